// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace tool {

/// Writes one line to stderr about the exception that is being handled: what went wrong, and what
/// to do about it. `see_help` is for wrong usage. Returns the exit code that goes with it.
///
///     } catch (...) {
///       return complain("demo", "see demo --help");
///     }
[[nodiscard]] int complain(std::string_view program, std::string_view see_help);

}  // namespace tool
