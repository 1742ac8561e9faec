// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <optional>
#include <string>

#include <ionoscloud/container_registry/json_text.hpp>
#include <ionoscloud/container_registry/models/token.hpp>
#include <ionoscloud/container_registry/secret.hpp>

#include "command_line/arguments.hpp"

namespace examples {

inline constexpr Option show_password{"--show-password", "", "print the password of a new token"};
inline constexpr Option password_file{"--password-file", "FILE",
                                      "write it to a new file that only you can read instead"};

/// A file for a password, made while there is none yet, and removed again unless one is stored.
class PasswordFile {
 public:
  /// Makes the file, of mode 0600. Throws `Failure` when it can't, and when the file is there.
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
  bool stored_ = false;
};

/// Brings the password of a new token to where the options say. To be made before the token is:
/// once the service has answered, a password that has nowhere to go is lost.
class PasswordDelivery {
 public:
  /// Insists on one of the two options, and makes the file.
  explicit PasswordDelivery(const Arguments& arguments);

  /// What is to become of the password in print.
  [[nodiscard]] ionoscloud::container_registry::SecretText in_print() const noexcept;

  /// Stores the password that `created` has, then calls `print_result`. Throws `Failure`, naming
  /// the token and saying what to do with it, when that went wrong.
  void deliver(const ionoscloud::container_registry::TokenResponse& created,
               const std::function<void()>& print_result);

 private:
  const Arguments& arguments_;
  std::optional<PasswordFile> file_;
};

}  // namespace examples
