// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>

namespace ionoscloud::container_registry {
inline namespace v0 {

/// What the system says of a file. Where files have no owners and modes, nothing speaks against it.
struct FileStatus {
  /// Rather than a folder, a pipe or a device.
  bool is_regular = false;
  /// Neither this user nor the administrator.
  bool is_of_another_user = false;
  /// Whether other users may read or write it.
  bool is_open_to_others = false;
};

/// A file that is open for reading, without waiting for anybody at the other end of a pipe.
class InputFile {
 public:
  explicit InputFile(const std::string& path) noexcept;
  InputFile(const InputFile&) = delete;
  InputFile& operator=(const InputFile&) = delete;
  ~InputFile();

  /// Why it can't be read, in the numbers of `errno`; 0 while it can.
  [[nodiscard]] int error() const noexcept { return error_; }

  [[nodiscard]] const FileStatus& status() const noexcept { return status_; }

  /// Reads some bytes, up to `size`. Returns how many: 0 at the end, and when there is an error.
  [[nodiscard]] std::size_t read(char* to, std::size_t size) noexcept;

 private:
  int descriptor_ = -1;
  int error_ = 0;
  FileStatus status_;
};

}  // namespace v0
}  // namespace ionoscloud::container_registry
