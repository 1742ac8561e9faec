// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace examples {

/// Writes to standard output, and makes sure that it got there. Throws `Failure` with
/// `ExitCode::not_written` when it didn't.
void print(std::string_view text);

}  // namespace examples
