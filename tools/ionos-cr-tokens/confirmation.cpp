// SPDX-License-Identifier: Apache-2.0
#include "ionos-cr-tokens/confirmation.hpp"

#include <unistd.h>

#include <iostream>

namespace tool {

bool can_ask() { return ::isatty(STDIN_FILENO) == 1 && ::isatty(STDERR_FILENO) == 1; }

bool is_confirmed(const std::string& question) {
  std::cerr << question << " [y/N] " << std::flush;
  std::string response;
  std::getline(std::cin, response);
  for (const char* const yes : {"y", "Y", "yes", "Yes", "YES"}) {
    if (response == yes) return true;
  }
  return false;
}

}  // namespace tool
