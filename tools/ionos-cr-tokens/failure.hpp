// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <stdexcept>
#include <string>

namespace tool {

/// What a program tells the shell.
enum class ExitCode {
  done = 0,
  /// The service did what it was asked to, but the result couldn't be read or written down.
  incomplete = 1,
  /// Nothing was sent.
  wrong_usage = 2,
  /// The service refused; nothing was done.
  refused = 3,
  /// The service couldn't be reached, or its response not be read; nothing was done.
  no_response = 4,
  /// There is no such registry or token.
  not_found = 5,
  /// The service may have done what it was asked to.
  unknown = 6,
  /// The user didn't confirm; nothing was done.
  declined = 7,
  /// As a shell counts SIGINT.
  interrupted = 130,
};

/// Ends a program with this code and one line for people.
class Failure : public std::runtime_error {
 public:
  Failure(ExitCode code, const std::string& line) : std::runtime_error(line), code_(code) {}

  [[nodiscard]] ExitCode code() const noexcept { return code_; }

 private:
  ExitCode code_;
};

}  // namespace tool
