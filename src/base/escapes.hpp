// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/wipe.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {

/// Whether an escape may begin with `c`. A `+` is the escape of a space in a query.
[[nodiscard]] constexpr bool is_escape_sign(char c) noexcept {
  return c == '%' || c == '\\' || c == '&' || c == '+';
}

/// An escape at the beginning of a text.
struct Escape {
  /// The bytes that it encodes.
  std::string bytes;
  /// How many bytes it takes in the text: at least as many as it encodes.
  std::size_t length;
};

/// Reads the escape at the beginning of a text that isn't empty: one of URLs, JSON, HTML, C or
/// similar languages. No value when the text doesn't begin with one.
[[nodiscard]] std::optional<Escape> read_escape(std::string_view text);

/// The length of the prefix of `text` that equals `secret`, where each character may be escaped or
/// not: programs differ in which characters they escape. 0 when `text` begins with something else.
[[nodiscard]] std::size_t match_escaped(std::string_view text, std::string_view secret);

/// A text whose escapes are decoded layer by layer: several programs may have escaped it one after
/// another. Knows the origin of each of its bytes.
class UnescapedText {
 public:
  /// Decodes and copies nothing yet.
  explicit UnescapedText(std::string_view whole) : text_(whole) {}
  UnescapedText(const UnescapedText&) = delete;
  UnescapedText& operator=(const UnescapedText&) = delete;
  ~UnescapedText() { wipe(unescaped_); }

  [[nodiscard]] std::string_view text() const noexcept { return text_; }
  /// The offset in the whole text from which the byte at `index` was decoded. For the size of
  /// `text()`, the size of the whole text.
  [[nodiscard]] std::size_t origin(std::size_t index) const noexcept {
    return origins_.empty() ? index : origins_[index];
  }

  /// Decodes each escape once. Returns whether there was one. A `+` stays: it may be a plus sign.
  [[nodiscard]] bool unescape_once();

 private:
  void copy_whole();

  /// Part of the caller's text at first, of `unescaped_` later.
  std::string_view text_;
  std::string unescaped_;
  std::vector<std::size_t> origins_;
};

}  // namespace v0
}  // namespace ionoscloud::container_registry
