// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "base/ascii.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {

/// Reads a text of a fixed form from left to right.
class TextCursor {
 public:
  explicit constexpr TextCursor(std::string_view text) noexcept : rest_(text) {}

  [[nodiscard]] bool at_end() const noexcept { return rest_.empty(); }

  /// The next character, or NUL at the end.
  [[nodiscard]] char peek() const noexcept { return rest_.empty() ? '\0' : rest_.front(); }

  /// Takes the next character if it is one of `choices`.
  bool take_one_of(std::string_view choices) noexcept {
    for (const char choice : choices) {
      if (take(choice)) return true;
    }
    return false;
  }

  /// Takes `expected` if it comes next.
  bool take(char expected) noexcept {
    if (rest_.empty() || rest_.front() != expected) return false;
    rest_.remove_prefix(1);
    return true;
  }

  /// Takes exactly `count` digits.
  template <std::size_t count>
  std::optional<unsigned> take_number() noexcept {
    if (rest_.size() < count) return std::nullopt;
    unsigned value = 0;
    for (std::size_t i = 0; i < count; ++i) {
      if (!ascii::is_digit(rest_[i])) return std::nullopt;
      value = value * 10 + static_cast<unsigned>(rest_[i] - '0');
    }
    rest_.remove_prefix(count);
    return value;
  }

 private:
  std::string_view rest_;
};

}  // namespace v0
}  // namespace ionoscloud::container_registry
