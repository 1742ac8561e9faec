// SPDX-License-Identifier: Apache-2.0
#include "ionos-cr-tokens/password_file.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <string_view>
#include <system_error>
#include <utility>

#include "ionos-cr-tokens/failure.hpp"

namespace cr = ionoscloud::container_registry;

namespace tool {
namespace {

constexpr off_t room = 4096;

void check(bool succeeded) {
  if (!succeeded) throw std::system_error(errno, std::generic_category());
}

[[noreturn]] void refuse(const std::string& path, int error) {
  throw Failure(ExitCode::wrong_usage,
                "can't make the file " + path + ": " + std::generic_category().message(error));
}

void write_all(int descriptor, std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = ::write(descriptor, text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    check(written >= 0);
    text.remove_prefix(static_cast<std::size_t>(written));
  }
}

}  // namespace

PasswordFile::PasswordFile(std::string path)
    : path_(std::move(path)),
      descriptor_(::open(path_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600)) {
  if (descriptor_ < 0) refuse(path_, errno);
  const int error = ::posix_fallocate(descriptor_, 0, room);
  // Some file systems can't set room aside.
  if (error == 0 || error == EINVAL || error == EOPNOTSUPP) return;
  ::close(descriptor_);
  ::unlink(path_.c_str());
  refuse(path_, error);
}

PasswordFile::~PasswordFile() {
  ::close(descriptor_);
  if (!is_stored_) ::unlink(path_.c_str());
}

void PasswordFile::store(const cr::Secret& password) {
  const std::string_view text = password.expose();
  write_all(descriptor_, text);
  check(::ftruncate(descriptor_, static_cast<off_t>(text.size())) == 0);
  // A full disk may show itself no earlier than here. EINVAL: this file can't be synchronized.
  check(::fsync(descriptor_) == 0 || errno == EINVAL);
  is_stored_ = true;
}

}  // namespace tool
