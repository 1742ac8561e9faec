// SPDX-License-Identifier: Apache-2.0
#include "ionos-cr-tokens/standard_output.hpp"

#include <csignal>
#include <iostream>

#include "ionos-cr-tokens/failure.hpp"

namespace examples {

void print(std::string_view text) {
  std::cout << text << std::flush;
  if (!std::cout) throw Failure(ExitCode::incomplete, "can't write to standard output");
}

void survive_closed_pipes() { std::signal(SIGPIPE, SIG_IGN); }

}  // namespace examples
