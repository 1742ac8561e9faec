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

/// Where the programs of a user keep what they are told; empty when nobody says.
std::string config_folder(const std::string& home, const std::string& config_home) {
  if (is_absolute(config_home)) return config_home;
  return home.empty() ? "" : home + '/' + place_names.config_in_home;
}

/// Far more than profiles need.
constexpr std::size_t most_bytes = 1024 * 1024;

[[noreturn]] void refuse(const std::string& path, const std::string& problem) {
  throw ProfileError{printable(path), problem};
}

[[noreturn]] void refuse_unreadable(const std::string& path, int error) {
  refuse(path, "can't be read: " + std::generic_category().message(error));
}

/// Whether there is nothing: a link that leads nowhere is something.
bool is_missing(const std::string& path, int error) {
  std::error_code none;
  return error == ENOENT && !exists(std::filesystem::symlink_status(path, none));
}

void look_at_owner(const std::string& path, const FileStatus& status,
                   std::vector<std::string>& warnings) {
  if (status.is_of_another_user) {
    warnings.push_back(printable(path) + " belongs to another user, who can change it");
  }
  if (status.is_open_to_others) {
    warnings.push_back(
        printable(path) +
        " is open to other users, though it may hold credentials; chmod 600 mends it");
  }
}

}  // namespace

bool is_absolute(const std::string& path) { return std::filesystem::path(path).is_absolute(); }

std::vector<std::string> profile_places(const std::string& home, const std::string& config_home) {
  std::vector<std::string> places;
  if (is_absolute(home)) {
    places.push_back(home + "/.ionos/config");       // of the service's client libraries
    places.push_back(home + "/.ionos/config.yaml");  // the same, as its Terraform provider has it
  }
  const std::string config = config_folder(is_absolute(home) ? home : "", config_home);
  if (!config.empty()) places.push_back(config + "/ionosctl/config.yaml");  // of ionosctl login
  return places;
}

std::optional<std::string> read_profile_file(const std::string& path,
                                             std::vector<std::string>& warnings) {
  InputFile file(path);
  if (file.error() != 0) {
    if (is_missing(path, file.error())) return std::nullopt;
    refuse_unreadable(path, file.error());
  }
  if (!file.status().is_regular) refuse(path, "must be a file");
  look_at_owner(path, file.status(), warnings);

  // One byte more than is allowed, so that no piece of it ever moves, and stays behind.
  std::string text(most_bytes + 1, '\0');
  std::size_t size = 0;
  while (size < text.size()) {
    const std::size_t got = file.read(text.data() + size, text.size() - size);
    if (got == 0) break;
    size += got;
  }
  if (file.error() != 0) {
    wipe(text);
    refuse_unreadable(path, file.error());
  }
  if (size > most_bytes) {
    wipe(text);
    refuse(path, "must not be larger than 1 MiB");
  }
  text.resize(size);
  return text;
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
