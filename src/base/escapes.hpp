// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace ionoscloud::container_registry {
inline namespace v0 {

/// Whether an escape may begin with it. A `+` is one, for a blank in a query.
[[nodiscard]] constexpr bool is_escape_sign(char c) noexcept {
  return c == '%' || c == '\\' || c == '&' || c == '+';
}

/// What stands for something else at the beginning of a text, and how many bytes of the text it
/// takes, which are no fewer.
struct Escape {
  std::string bytes;
  std::size_t length;
};

/// The escape at the beginning of a text that isn't empty, be it of URLs, JSON, HTML, C or the
/// languages like it; nothing when there is none.
[[nodiscard]] std::optional<Escape> read_escape(std::string_view text);

}  // namespace v0
}  // namespace ionoscloud::container_registry
