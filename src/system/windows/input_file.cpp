// SPDX-License-Identifier: Apache-2.0
#include "system/input_file.hpp"

#include <fcntl.h>
#include <io.h>
#include <share.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <limits>

namespace ionoscloud::container_registry {
inline namespace v0 {

InputFile::InputFile(const std::string& path) noexcept {
  constexpr int flags = _O_RDONLY | _O_BINARY | _O_NOINHERIT;
  error_ = _sopen_s(&descriptor_, path.c_str(), flags, _SH_DENYNO, 0);
  if (error_ != 0) return;
  struct _stat64 status {};
  if (_fstat64(descriptor_, &status) != 0) error_ = errno;
  status_.is_regular = (status.st_mode & _S_IFMT) == _S_IFREG;
}

InputFile::~InputFile() {
  if (descriptor_ != -1) _close(descriptor_);
}

std::size_t InputFile::read(char* to, std::size_t size) noexcept {
  constexpr std::size_t most = std::numeric_limits<int>::max();
  const int got = _read(descriptor_, to, static_cast<unsigned int>(std::min(size, most)));
  if (got != -1) return static_cast<std::size_t>(got);
  error_ = errno;
  return 0;
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
