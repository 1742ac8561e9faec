// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <string>
#include <vector>

namespace examples {

using Environment = std::map<std::string, std::string>;

/// What became of a program.
struct Outcome {
  int exit_code = -1;
  std::string out;
  std::string err;
};

/// Runs a program by its path, with this environment alone, and waits for its end. It must not
/// write more to stderr than a pipe holds. Throws `std::system_error` when it can't be started.
[[nodiscard]] Outcome run_process(const std::vector<std::string>& command,
                                  const Environment& environment);

}  // namespace examples
