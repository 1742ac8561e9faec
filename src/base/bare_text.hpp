// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include "base/ascii.hpp"
#include "base/utf8.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {

/// White space that isn't part of a value, but often surrounds one that was copied from a page or a
/// file: that of ASCII, U+00A0, U+200B, and a byte order mark.
constexpr std::array<std::string_view, 9> blanks{
    " ", "\t", "\r", "\n", "\v", "\f", "\xc2\xa0", "\xe2\x80\x8b", byte_order_mark};

[[nodiscard]] constexpr bool starts_with(std::string_view text, std::string_view start) noexcept {
  return text.substr(0, start.size()) == start;
}

[[nodiscard]] constexpr bool ends_with(std::string_view text, std::string_view end) noexcept {
  return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

/// Whether `text` begins and ends with the same quote.
[[nodiscard]] constexpr bool is_quoted(std::string_view text) noexcept {
  return text.size() > 1 && text.front() == text.back() &&
         (text.front() == '"' || text.front() == '\'');
}

/// `text` without `blanks` around it.
[[nodiscard]] constexpr std::string_view without_blanks(std::string_view text) noexcept {
  for (std::size_t before = 0; before != text.size();) {
    before = text.size();
    for (const std::string_view blank : blanks) {
      if (starts_with(text, blank)) text.remove_prefix(blank.size());
      if (ends_with(text, blank)) text.remove_suffix(blank.size());
    }
  }
  return text;
}

/// `text` without `blanks` and quotes around it. For values that never contain any of these, such
/// as hosts, ids and enum values; credentials are never changed.
[[nodiscard]] constexpr std::string_view bare(std::string_view text) noexcept {
  // Most texts have none, and this runs in each call.
  if (!text.empty() && ascii::is_alnum(text.front()) && ascii::is_alnum(text.back())) {
    return text;
  }
  for (std::size_t before = 0; before != text.size();) {
    before = text.size();
    text = without_blanks(text);
    if (is_quoted(text)) text = text.substr(1, text.size() - 2);
  }
  return text;
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
