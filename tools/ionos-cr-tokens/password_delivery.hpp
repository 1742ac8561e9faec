// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <optional>
#include <string>

#include <ionoscloud/container_registry/exceptions.hpp>
#include <ionoscloud/container_registry/models/token.hpp>

#include "ionos-cr-tokens/output.hpp"
#include "ionos-cr-tokens/password_file.hpp"

namespace CLI {
class App;
}

namespace tool {

/// Where the password of a new token is to go.
struct PasswordOptions {
  bool show = false;
  std::optional<std::string> file;
};

/// Adds `--password-file` and `--show-password`.
void add_password_options(CLI::App& command, PasswordOptions& options);

/// Brings the password of a new token to where the options say. To be made before the token is:
/// once the service has responded, a password that has nowhere to go is lost.
class PasswordDelivery {
 public:
  /// Insists on one of the two options, and makes the file.
  PasswordDelivery(const PasswordOptions& options, std::string registry);

  [[nodiscard]] PasswordInPrint in_print() const;

  /// Stores the password that `created` has, then calls `print_result`. Throws `Failure`, naming
  /// the token and saying what to do with it, when that went wrong.
  void deliver(const ionoscloud::container_registry::TokenResponse& created,
               const std::function<void()>& print_result);

  /// Delivers the password that the response of a failed call still held, if any, and throws
  /// `Failure`, saying what is known of the token. Throws the exception again when nothing is.
  /// To be called while it is handled.
  [[noreturn]] void rescue(const ionoscloud::container_registry::Exception& exception,
                           const OutputOptions& output);

 private:
  void deliver(const std::string& token, const std::string& id,
               const ionoscloud::container_registry::Secret& password,
               const std::function<void()>& print_result);
  [[nodiscard]] std::string advice(const std::string& id) const;

  std::string registry_;
  std::optional<PasswordFile> file_;
};

}  // namespace tool
