// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "command_line/arguments.hpp"

namespace examples {

/// Runs `program`, or prints its help. What it throws becomes one line on stderr, saying what to do
/// about it, and the exit code that is returned.
[[nodiscard]] int run_program(const Command& command, int argc, const char* const* argv,
                              void (*program)(const Arguments&));

}  // namespace examples
