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

/// How many bytes of `text`, from its beginning on, spell `secret`; 0 when it begins otherwise.
/// Each character may stand there as it is or by an escape of URLs, JSON, HTML or C: which of them
/// are escaped differs between the programs that do it.
[[nodiscard]] std::size_t length_spelled(std::string_view text, std::string_view secret);

/// A text whose escapes are undone layer by layer: what one program has escaped, another escapes
/// once more. It knows where each of its bytes came from.
class PeeledText {
 public:
  /// Nothing is undone yet, nor copied.
  explicit PeeledText(std::string_view whole) : text_(whole) {}
  PeeledText(const PeeledText&) = delete;
  PeeledText& operator=(const PeeledText&) = delete;
  ~PeeledText() { wipe(peeled_); }

  [[nodiscard]] std::string_view text() const noexcept { return text_; }
  /// Where the byte of that index began in the whole text; behind the last one, where it ends.
  [[nodiscard]] std::size_t origin(std::size_t index) const noexcept {
    return origins_.empty() ? index : origins_[index];
  }

  /// Undoes each escape once. Returns whether there was one. A `+` stays: it may be itself.
  [[nodiscard]] bool peel();

 private:
  void copy_whole();

  /// Of the caller's at first, then of `peeled_`.
  std::string_view text_;
  std::string peeled_;
  std::vector<std::size_t> origins_;
};

}  // namespace v0
}  // namespace ionoscloud::container_registry
