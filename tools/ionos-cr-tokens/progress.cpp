// SPDX-License-Identifier: Apache-2.0
#include "ionos-cr-tokens/progress.hpp"

#include <unistd.h>

#include <iostream>

namespace tool {

Progress::Progress() : is_terminal_(::isatty(STDERR_FILENO) == 1) {}

Progress::~Progress() {
  if (is_shown_) std::cerr << "\r\033[K" << std::flush;
}

void Progress::show(std::size_t tokens) {
  if (!is_terminal_) return;
  std::cerr << '\r' << tokens << " tokens so far" << std::flush;
  is_shown_ = true;
}

}  // namespace tool
