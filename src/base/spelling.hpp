// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string_view>

namespace ionoscloud::container_registry {
inline namespace v0 {

/// Whether something else than the character itself begins with it.
[[nodiscard]] constexpr bool is_spelling_sign(char c) noexcept {
  return c == '%' || c == '\\' || c == '&' || c == '+';
}

/// How many bytes of `text`, from its beginning on, spell `secret`; 0 when it begins otherwise.
/// Each character may stand there as it is or by an escape of URLs, JSON, HTML or C: which of them
/// are escaped differs between the programs that do it.
[[nodiscard]] std::size_t length_spelled(std::string_view text, std::string_view secret);

}  // namespace v0
}  // namespace ionoscloud::container_registry
