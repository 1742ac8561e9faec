// SPDX-License-Identifier: Apache-2.0
#include "profile/profile_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstddef>
#include <cstring>

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

[[noreturn]] void refuse(const ProfilePath& file, const std::string& problem) {
  throw ProfileError{printable(file.path), problem};
}

[[noreturn]] void refuse_unreadable(const ProfilePath& file, int error) {
  refuse(file, std::string("can't be read: ") + std::strerror(error));
}

void look_at_owner(const ProfilePath& file, const struct stat& status,
                   std::vector<std::string>& warnings) {
  constexpr mode_t others = S_IRWXG | S_IRWXO;
  if (status.st_uid != geteuid() && status.st_uid != 0) {
    warnings.push_back(printable(file.path) + " belongs to another user, who can change it");
  }
  if ((status.st_mode & others) != 0) {
    warnings.push_back(
        printable(file.path) +
        " is open to other users, though it may hold credentials; chmod 600 mends it");
  }
}

}  // namespace

std::optional<std::string> read_profile_file(const ProfilePath& file,
                                             std::vector<std::string>& warnings) {
  const File open_file(file.path);
  const bool missing = open_file.fd() < 0 && (errno == ENOENT || errno == ENOTDIR);
  if (missing && !file.named) return std::nullopt;
  struct stat status {};
  if (open_file.fd() < 0 || fstat(open_file.fd(), &status) != 0) refuse_unreadable(file, errno);
  if (!S_ISREG(status.st_mode)) refuse(file, "must be a file");
  look_at_owner(file, status, warnings);

  // One byte more than is allowed, so that no piece of it ever moves, and stays behind.
  std::string text(most_bytes + 1, '\0');
  std::size_t size = 0;
  while (size < text.size()) {
    const ssize_t got = read(open_file.fd(), text.data() + size, text.size() - size);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) {
      const int error = errno;
      wipe(text);
      refuse_unreadable(file, error);
    }
    if (got == 0) break;
    size += static_cast<std::size_t>(got);
  }
  if (size > most_bytes) {
    wipe(text);
    refuse(file, "must not be larger than 1 MiB");
  }
  text.resize(size);
  return text;
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
