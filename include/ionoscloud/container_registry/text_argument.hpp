// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <type_traits>

namespace ionoscloud::container_registry {
inline namespace v0 {

/// A text that is given to a function: a literal, a `std::string`, a `std::string_view`, or a
/// pointer to characters. A null pointer, which `std::getenv` gives for a variable that isn't set,
/// is the empty text. Lives as long as what it was made of.
class TextArgument {
 public:
  /// Whatever reads as text.
  template <class Text, std::enable_if_t<std::is_convertible_v<const Text&, std::string_view> &&
                                             !std::is_same_v<Text, TextArgument>,
                                         int> = 0>
  constexpr TextArgument(const Text& text) : view_(view_of(text)) {}

  /// `nullptr` itself is a slip.
  TextArgument(std::nullptr_t) = delete;

  /// The characters.
  constexpr operator std::string_view() const noexcept { return view_; }

 private:
  template <class Text>
  static constexpr std::string_view view_of(const Text& text) {
    if constexpr (std::is_pointer_v<Text>) {
      if (text == nullptr) return {};
    }
    return std::string_view(text);
  }

  std::string_view view_;
};

/// Hashes a value by its text: the base of the `std::hash` of ids and enum values.
///
///     template <>
///     struct std::hash<MyEnum> : cr::TextHash<MyEnum> {};
template <class T>
struct TextHash {
  /// Equal values have equal hashes.
  [[nodiscard]] std::size_t operator()(const T& value) const noexcept {
    return std::hash<std::string>()(value.text());
  }
};

}  // namespace v0
}  // namespace ionoscloud::container_registry
