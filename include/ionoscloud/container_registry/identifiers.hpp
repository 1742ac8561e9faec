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

/// The id of a thing of one kind. Ids of different kinds don't convert into one another, so a token
/// id where a registry id belongs doesn't compile.
///
/// The service hands out UUIDs; here an id is opaque text. It travels percent-encoded as one
/// segment of the path. A call with an id that is empty, `.` or `..`, that holds control
/// characters, such as a line's end, or that has white space or quotes around it throws
/// `InvalidArgumentException` before anything is sent.
///
/// It is written to streams as its text, and has a `std::hash`.
template <class Derived>
class Identifier {
 public:
  /// The empty id, which no operation accepts.
  Identifier() = default;

  /// An id from whatever a `TextArgument` takes: a null pointer is the empty id.
  template <class Text, std::enable_if_t<std::is_convertible_v<const Text&, TextArgument>, int> = 0>
  Identifier(const Text& text) : text_(std::string_view(TextArgument(text))) {}

  /// `nullptr` itself is a slip.
  Identifier(std::nullptr_t) = delete;

  /// An id from a string, moved.
  Identifier(std::string&& text) noexcept : text_(std::move(text)) {}

  /// The id as the service gave it, not encoded.
  [[nodiscard]] const std::string& text() const noexcept { return text_; }

  /// @{
  /// Compares the texts byte by byte.
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

/// The id of a registry: `{registryId}` in the API's paths.
struct RegistryId : Identifier<RegistryId> {
  using Identifier::Identifier;
};

/// The id of a token: `{tokenId}` in the API's paths.
struct TokenId : Identifier<TokenId> {
  using Identifier::Identifier;
};

}  // namespace v0
}  // namespace ionoscloud::container_registry

/// @cond
// Hashed by their texts.
namespace std {
template <>
struct hash<ionoscloud::container_registry::RegistryId>
    : ionoscloud::container_registry::TextHash<ionoscloud::container_registry::RegistryId> {};
template <>
struct hash<ionoscloud::container_registry::TokenId>
    : ionoscloud::container_registry::TextHash<ionoscloud::container_registry::TokenId> {};
}  // namespace std
/// @endcond
