// SPDX-License-Identifier: Apache-2.0
#include "system/input_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

namespace ionoscloud::container_registry {
inline namespace v0 {

InputFile::InputFile(const std::string& path) noexcept
    : descriptor_(open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK)) {
  struct stat status {};
  if (descriptor_ == -1 || fstat(descriptor_, &status) != 0) {
    error_ = errno;
    return;
  }
  constexpr mode_t others = S_IRWXG | S_IRWXO;
  status_.is_regular = S_ISREG(status.st_mode);
  status_.is_of_another_user = status.st_uid != geteuid() && status.st_uid != 0;
  status_.is_open_to_others = (status.st_mode & others) != 0;
}

InputFile::~InputFile() {
  if (descriptor_ != -1) close(descriptor_);
}

std::size_t InputFile::read(char* to, std::size_t size) noexcept {
  ssize_t got = 0;
  do got = ::read(descriptor_, to, size);
  while (got == -1 && errno == EINTR);
  if (got != -1) return static_cast<std::size_t>(got);
  error_ = errno;
  return 0;
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
