// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace ionoscloud::container_registry {
inline namespace v0 {

/// The byte order mark that may precede a text in UTF-8.
constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";

/// The length in bytes of the UTF-8 character at the start of `text`, which isn't empty; 0 when
/// those bytes aren't UTF-8.
[[nodiscard]] std::size_t utf8_length(std::string_view text) noexcept;

/// Whether all of `text` is valid UTF-8.
[[nodiscard]] bool is_utf8(std::string_view text) noexcept;

/// Appends a code point, at most 0x10ffff, in UTF-8.
void append_utf8(std::string& out, std::uint32_t code_point);

}  // namespace v0
}  // namespace ionoscloud::container_registry
