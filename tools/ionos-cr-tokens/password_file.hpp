// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include <ionoscloud/container_registry/secret.hpp>

namespace tool {

/// A file for a password, made while there is none yet, and removed again unless one is stored.
class PasswordFile {
 public:
  /// Makes the file, of mode 0600, and takes room for a password. Throws `Failure` when it can't,
  /// and when the file is there.
  explicit PasswordFile(std::string path);
  PasswordFile(const PasswordFile&) = delete;
  PasswordFile& operator=(const PasswordFile&) = delete;
  ~PasswordFile();

  [[nodiscard]] const std::string& path() const noexcept { return path_; }

  /// Writes the password and nothing else. Throws `std::system_error`.
  void store(const ionoscloud::container_registry::Secret& password);

 private:
  std::string path_;
  int descriptor_;
  bool is_stored_ = false;
};

}  // namespace tool
