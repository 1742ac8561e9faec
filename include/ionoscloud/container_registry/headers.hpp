// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <ionoscloud/container_registry/export.hpp>
#include <ionoscloud/container_registry/text_argument.hpp>

namespace ionoscloud::container_registry {
inline namespace v0 {

/// One line of a header section.
struct Header {
  /// The name, in the case in which it was given.
  std::string name;
  /// The value, without white space around it.
  std::string value;

  /// @{
  /// Equal when names, case included, and values are.
  friend bool operator==(const Header& lhs, const Header& rhs) noexcept {
    return lhs.name == rhs.name && lhs.value == rhs.value;
  }
  friend bool operator!=(const Header& lhs, const Header& rhs) noexcept { return !(lhs == rhs); }
  /// @}
};

/// The header lines of a request or a response, in their order, names repeated where the wire
/// repeats them. Names are looked up without regard to case.
///
///     options.headers.add("X-Correlation-Id", id);
///
/// A value type without checks of its own: the call that sends a header checks it.
class IONOSCLOUD_CR_EXPORT Headers {
 public:
  /// Walks the lines, in their order.
  using const_iterator = std::vector<Header>::const_iterator;

  /// No lines.
  Headers() = default;

  /// The lines of a list.
  Headers(std::initializer_list<Header> lines) : lines_(lines) {}

  /// Adds a line at the end, beside any others of the same name.
  void add(std::string name, std::string value);

  /// The value of the first line of that name, valid until the headers change.
  [[nodiscard]] std::optional<std::string_view> get(TextArgument name) const noexcept;

  /// How many lines have that name.
  [[nodiscard]] std::size_t count(TextArgument name) const noexcept;

  /// The first line.
  [[nodiscard]] const_iterator begin() const noexcept { return lines_.begin(); }
  /// Behind the last line.
  [[nodiscard]] const_iterator end() const noexcept { return lines_.end(); }
  /// How many lines there are, repeated names counted each time.
  [[nodiscard]] std::size_t size() const noexcept { return lines_.size(); }
  /// Whether there is no line.
  [[nodiscard]] bool empty() const noexcept { return lines_.empty(); }

 private:
  std::vector<Header> lines_;
};

}  // namespace v0
}  // namespace ionoscloud::container_registry
