// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <stdexcept>
#include <string>

namespace examples {

/// What a program tells the shell.
enum class ExitCode {
  done = 0,
  /// The service did what it was asked to, but the result couldn't be written down.
  not_written = 1,
  wrong_usage = 2,
  refused = 3,
  /// The service couldn't be reached, or its answer not be read.
  no_answer = 4,
};

/// Ends a program with this code and one line for people.
class Failure : public std::runtime_error {
 public:
  Failure(ExitCode code, const std::string& line) : std::runtime_error(line), code_(code) {}

  [[nodiscard]] ExitCode code() const noexcept { return code_; }

 private:
  ExitCode code_;
};

}  // namespace examples
