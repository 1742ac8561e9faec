// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <iosfwd>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include <ionoscloud/container_registry/text_argument.hpp>

namespace ionoscloud::container_registry {
inline namespace v0 {

/// A word out of a list that the service may lengthen one day. The words known today are constants
/// of the derived type; any other text is kept as it came and sent as it is.
///
///     if (token.properties.status == cr::TokenStatus::disabled) …
///     scope.type = "helm-chart";             // not known to this library, and none the worse
///
/// It is written to streams as its text. The enumerations of this library have a `std::hash`;
/// others get one from `TextHash`.
///
/// Compares byte by byte. A constant of one enumeration doesn't compare with another's.
template <class Derived>
class OpenEnum {
 public:
  /// A known word. Its text lives as long as the program.
  struct Known {
    /// The word as the wire has it.
    std::string_view text;
  };

  /// The empty word.
  OpenEnum() = default;

  /// One of the known words.
  OpenEnum(Known known) : text_(known.text) {}

  /// Any word, from whatever a `TextArgument` takes: a null pointer is the empty word.
  template <class Text, std::enable_if_t<std::is_convertible_v<const Text&, TextArgument>, int> = 0>
  OpenEnum(const Text& text) : text_(std::string_view(TextArgument(text))) {}

  /// `nullptr` itself is a slip.
  OpenEnum(std::nullptr_t) = delete;

  /// Any word, moved.
  OpenEnum(std::string&& text) noexcept : text_(std::move(text)) {}

  /// The word as the wire has it.
  [[nodiscard]] const std::string& text() const noexcept { return text_; }

  /// @{
  /// Compares the words byte by byte.
  friend bool operator==(const Derived& lhs, const Derived& rhs) noexcept {
    return lhs.text() == rhs.text();
  }
  friend bool operator!=(const Derived& lhs, const Derived& rhs) noexcept { return !(lhs == rhs); }
  friend bool operator<(const Derived& lhs, const Derived& rhs) noexcept {
    return lhs.text() < rhs.text();
  }
  /// @}

  /// @cond
  template <class Char, class Traits>
  friend std::basic_ostream<Char, Traits>& operator<<(std::basic_ostream<Char, Traits>& out,
                                                      const Derived& value) {
    return out << value.text();
  }
  /// @endcond

 private:
  std::string text_;
};

}  // namespace v0
}  // namespace ionoscloud::container_registry
