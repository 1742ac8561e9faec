// SPDX-License-Identifier: Apache-2.0
#include "profile/profile_file.hpp"

#include <cerrno>
#include <cstddef>
#include <filesystem>
#include <system_error>

#include "base/message_text.hpp"
#include "base/wipe.hpp"
#include "profile/profile.hpp"
#include "system/input_file.hpp"
#include "system/place_names.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

/// The folder of the user's configuration files; empty when it is unknown.
std::string config_folder(const std::string& home, const std::string& config_home) {
  if (is_absolute(config_home)) return config_home;
  return home.empty() ? "" : home + '/' + place_names.config_in_home;
}

/// Far more than a profile needs.
constexpr std::size_t most_bytes = 1024 * 1024;

[[noreturn]] void reject(const std::string& path, const std::string& problem) {
  throw ProfileError{printable(path), problem};
}

[[noreturn]] void reject_unreadable(const std::string& path, int error) {
  reject(path, "can't be read: " + std::generic_category().message(error));
}

/// Whether the file doesn't exist. A dangling link counts as a file that can't be read.
bool is_missing(const std::string& path, int error) {
  std::error_code none;
  return error == ENOENT && !exists(std::filesystem::symlink_status(path, none));
}

void check_owner(const std::string& path, const FileStatus& status,
                 std::vector<std::string>& warnings) {
  if (status.is_of_another_user) {
    warnings.push_back(printable(path) + " belongs to another user, who can change it");
  }
  if (status.is_open_to_others) {
    warnings.push_back(
        printable(path) +
        " is open to other users, though it may hold credentials; chmod 600 fixes that");
  }
}

}  // namespace

bool is_absolute(const std::string& path) { return std::filesystem::path(path).is_absolute(); }

std::vector<std::string> profile_paths(const std::string& home, const std::string& config_home) {
  std::vector<std::string> paths;
  if (is_absolute(home)) {
    paths.push_back(home + "/.ionos/config");       // of the service's client libraries
    paths.push_back(home + "/.ionos/config.yaml");  // the same, as its Terraform provider has it
  }
  const std::string config = config_folder(is_absolute(home) ? home : "", config_home);
  if (!config.empty()) paths.push_back(config + "/ionosctl/config.yaml");  // of ionosctl login
  return paths;
}

std::optional<std::string> read_profile_file(const std::string& path,
                                             std::vector<std::string>& warnings) {
  InputFile file(path);
  if (file.error() != 0) {
    if (is_missing(path, file.error())) return std::nullopt;
    reject_unreadable(path, file.error());
  }
  if (!file.status().is_regular) reject(path, "must be a file");
  check_owner(path, file.status(), warnings);

  // The buffer has its full size from the start, so that no copy stays in a smaller one. One byte
  // more than allowed shows that a file is too large.
  std::string text(most_bytes + 1, '\0');
  std::size_t size = 0;
  while (size < text.size()) {
    const std::size_t got = file.read(text.data() + size, text.size() - size);
    if (got == 0) break;
    size += got;
  }
  if (file.error() != 0) {
    wipe(text);
    reject_unreadable(path, file.error());
  }
  if (size > most_bytes) {
    wipe(text);
    reject(path, "must not be larger than 1 MiB");
  }
  text.resize(size);
  return text;
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
