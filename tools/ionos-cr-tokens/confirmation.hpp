// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace tool {

/// Whether there is somebody to be asked: both stdin and stderr are terminals.
[[nodiscard]] bool can_ask();

/// Asks a question on stderr. Everything but `y` and `yes` means no.
[[nodiscard]] bool is_confirmed(const std::string& question);

}  // namespace tool
