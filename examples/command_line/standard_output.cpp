// SPDX-License-Identifier: Apache-2.0
#include "command_line/standard_output.hpp"

#include <iostream>

#include "command_line/failure.hpp"

namespace examples {

void print(std::string_view text) {
  std::cout << text << std::flush;
  if (!std::cout) throw Failure(ExitCode::not_written, "can't write to standard output");
}

}  // namespace examples
