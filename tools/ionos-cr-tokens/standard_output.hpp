// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace tool {

/// Sees to it that no file or connection of the program gets the number of a standard stream that
/// it was started without: what is printed would go there. Throws `std::system_error`.
void hold_places_of_closed_streams();

/// Whether there is a standard output to write to. Its disk may be full all the same.
[[nodiscard]] bool has_standard_output();

/// Writes to standard output, and makes sure that it got there. Throws `Failure` with
/// `ExitCode::incomplete` when it didn't.
void print(std::string_view text);

/// From now on a reader that has closed its pipe is an error of the writing, not the end of the
/// program: for programs that must say what they did.
void survive_closed_pipes();

}  // namespace tool
