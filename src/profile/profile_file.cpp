// SPDX-License-Identifier: Apache-2.0
#include "profile/profile_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstddef>
#include <system_error>

#include "base/printable.hpp"
#include "base/wipe.hpp"
#include "profile/profile.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

/// Far more than profiles need.
constexpr std::size_t most_bytes = 1024 * 1024;

class File {
 public:
  explicit File(const std::string& path)
      : fd_(open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)) {}
  File(const File&) = delete;
  File& operator=(const File&) = delete;
  ~File() {
    if (fd_ >= 0) close(fd_);
  }

  [[nodiscard]] int fd() const noexcept { return fd_; }

 private:
  const int fd_;
};

[[noreturn]] void refuse(const std::string& path, const std::string& problem) {
  throw ProfileError{printable(path), problem};
}

[[noreturn]] void refuse_unreadable(const std::string& path, int error) {
  refuse(path, "can't be read: " + std::generic_category().message(error));
}

/// Whether there is nothing: a link that leads nowhere is something.
bool is_missing(const std::string& path, int error) {
  struct stat status {};
  return error == ENOENT && lstat(path.c_str(), &status) != 0;
}

void look_at_owner(const std::string& path, const struct stat& status,
                   std::vector<std::string>& warnings) {
  constexpr mode_t others = S_IRWXG | S_IRWXO;
  if (status.st_uid != geteuid() && status.st_uid != 0) {
    warnings.push_back(printable(path) + " belongs to another user, who can change it");
  }
  if ((status.st_mode & others) != 0) {
    warnings.push_back(
        printable(path) +
        " is open to other users, though it may hold credentials; chmod 600 mends it");
  }
}

}  // namespace

std::optional<std::string> read_profile_file(const std::string& path,
                                             std::vector<std::string>& warnings) {
  const File file(path);
  struct stat status {};
  if (file.fd() < 0 || fstat(file.fd(), &status) != 0) {
    const int error = errno;
    if (is_missing(path, error)) return std::nullopt;
    refuse_unreadable(path, error);
  }
  if (!S_ISREG(status.st_mode)) refuse(path, "must be a file");
  look_at_owner(path, status, warnings);

  // One byte more than is allowed, so that no piece of it ever moves, and stays behind.
  std::string text(most_bytes + 1, '\0');
  std::size_t size = 0;
  while (size < text.size()) {
    const ssize_t got = read(file.fd(), text.data() + size, text.size() - size);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) {
      const int error = errno;
      wipe(text);
      refuse_unreadable(path, error);
    }
    if (got == 0) break;
    size += static_cast<std::size_t>(got);
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
