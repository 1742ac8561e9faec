// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <iosfwd>
#include <memory>
#include <string>
#include <string_view>
#include <type_traits>

#include <ionoscloud/container_registry/export.hpp>
#include <ionoscloud/container_registry/text_argument.hpp>

namespace ionoscloud::container_registry {
inline namespace v0 {

/// A text that must not be seen: a password, an API token, an `Authorization` header.
///
/// It prints as `[redacted]`, compares in constant time, and is wiped from memory when it is
/// destroyed, assigned to or moved from. `expose()` is the only way to the text.
///
///     cr::Secret password = created.properties.credentials->password;
///     std::cout << password;               // [redacted]
///     vault.store(password.expose());      // the text
///
/// A value type: one object must not be used by several threads while one of them changes it.
class IONOSCLOUD_CR_EXPORT Secret {
 public:
  /// An empty secret.
  Secret() noexcept = default;

  /// Copies `text`, which may hold any bytes. The caller's own copy stays as it is.
  Secret(std::string_view text);

  /// Copies whatever a `TextArgument` takes: a null pointer is the empty secret.
  template <class Text, std::enable_if_t<std::is_convertible_v<const Text&, TextArgument> &&
                                             !std::is_same_v<Text, std::string_view>,
                                         int> = 0>
  Secret(const Text& text) : Secret(std::string_view(TextArgument(text))) {}

  /// `nullptr` itself is a slip.
  Secret(std::nullptr_t) = delete;

  /// Takes `text` over and wipes the string that it came in.
  Secret(std::string&& text);

  /// @{
  /// Copying makes a second text that is wiped in its turn; what is moved from is empty.
  Secret(const Secret& other);
  Secret(Secret&& other) noexcept;
  Secret& operator=(const Secret& other);
  Secret& operator=(Secret&& other) noexcept;
  /// @}
  ~Secret();

  /// The text itself, followed by a NUL byte that isn't counted. Valid until the secret is changed
  /// or destroyed. Whoever copies it has a copy that nobody wipes.
  [[nodiscard]] std::string_view expose() const noexcept;

  /// Whether the text is empty.
  [[nodiscard]] bool empty() const noexcept { return size_ == 0; }

  /// Whether both hold the same text. Takes as long for a difference in the first byte as for one
  /// in the last; only the lengths can be told from the time.
  friend IONOSCLOUD_CR_EXPORT bool operator==(const Secret& lhs, const Secret& rhs) noexcept;
  /// The opposite.
  friend bool operator!=(const Secret& lhs, const Secret& rhs) noexcept { return !(lhs == rhs); }

  /// Prints `[redacted]`, whatever the text is.
  friend IONOSCLOUD_CR_EXPORT std::ostream& operator<<(std::ostream& out, const Secret& secret);

 private:
  void wipe() noexcept;

  std::unique_ptr<char[]> text_;
  std::size_t size_ = 0;
};

}  // namespace v0
}  // namespace ionoscloud::container_registry
