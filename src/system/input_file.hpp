// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>

namespace ionoscloud::container_registry {
inline namespace v0 {

/// What the system reports about a file. The last two members are false where files have no owners
/// and modes.
struct FileStatus {
  /// A regular file, not a folder, a pipe or a device.
  bool is_regular = false;
  /// Its owner is neither this user nor root.
  bool is_of_another_user = false;
  /// Whether other users may read or write it.
  bool is_open_to_others = false;
};

/// A file that is open for reading. Doesn't block on a pipe that has no writer.
class InputFile {
 public:
  explicit InputFile(const std::string& path) noexcept;
  InputFile(const InputFile&) = delete;
  InputFile& operator=(const InputFile&) = delete;
  ~InputFile();

  /// The `errno` value of the error that prevents reading; 0 without an error.
  [[nodiscard]] int error() const noexcept { return error_; }

  [[nodiscard]] const FileStatus& status() const noexcept { return status_; }

  /// Reads up to `size` bytes. Returns how many; 0 at the end of the file and after an error.
  [[nodiscard]] std::size_t read(char* to, std::size_t size) noexcept;

 private:
  int descriptor_ = -1;
  int error_ = 0;
  FileStatus status_;
};

}  // namespace v0
}  // namespace ionoscloud::container_registry
