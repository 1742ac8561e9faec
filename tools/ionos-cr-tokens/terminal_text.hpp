// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

/// @file
/// UTF-8 text on terminals. The locale must know UTF-8: see `read_text_as_utf8`.

namespace tool {

/// Makes the C library take text for UTF-8, whatever the locale of the user is. Without such a
/// locale on the machine, what isn't ASCII is shown as `?`.
void read_text_as_utf8();

/// `text` with a `?` for whatever could move the cursor, colour the terminal or turn the direction
/// of writing, and for each byte that isn't UTF-8.
[[nodiscard]] std::string printable(std::string_view text);

/// Columns of printable text, each as wide as its widest cell. The first row is the heading.
[[nodiscard]] std::string table(const std::vector<std::vector<std::string>>& rows);

}  // namespace tool
