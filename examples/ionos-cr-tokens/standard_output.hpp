// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace examples {

/// Writes to standard output, and makes sure that it got there. Throws `Failure` with
/// `ExitCode::incomplete` when it didn't.
void print(std::string_view text);

/// From now on a reader that has closed its pipe is an error of the writing, not the end of the
/// program: for programs that must say what they did.
void survive_closed_pipes();

}  // namespace examples
