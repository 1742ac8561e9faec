// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <type_traits>
#include <utility>

namespace ionoscloud::container_registry {
inline namespace v0 {

/// The type of `null`.
struct Null {
  /// @{
  /// There is one null.
  friend constexpr bool operator==(Null, Null) noexcept { return true; }
  friend constexpr bool operator!=(Null, Null) noexcept { return false; }
  /// @}
};

/// JSON's `null`: tells the service to remove a value, where absent tells it to keep it.
inline constexpr Null null{};

/// A member of a PATCH body, in one of three states: absent, null, or a value.
///
///     cr::PatchTokenInput patch;                    // every member is absent: keep what there is
///     patch.expiry_date = cr::null;                 // remove it
///     patch.scopes = {{"repository", "*", {"pull"}}};    // set it
///
/// A value type like `std::optional`, with the same rules for threads.
template <class T>
class Field {
 public:
  /// Absent: the member is left out of the body.
  constexpr Field() noexcept = default;

  /// Null: the member is sent as `null`.
  constexpr Field(Null) noexcept : null_(true) {}

  /// A value, from anything that converts to `T`.
  template <class U = T, std::enable_if_t<std::is_convertible_v<U&&, T> &&
                                              !std::is_same_v<std::decay_t<U>, Field> &&
                                              !std::is_same_v<std::decay_t<U>, Null>,
                                          int> = 0>
  Field(U&& value) : value_(std::in_place, std::forward<U>(value)) {}

  /// Sets a value, from anything that converts to `T`.
  template <class U = T, std::enable_if_t<std::is_convertible_v<U&&, T> &&
                                              !std::is_same_v<std::decay_t<U>, Field> &&
                                              !std::is_same_v<std::decay_t<U>, Null>,
                                          int> = 0>
  Field& operator=(U&& value) {
    // Made first, since `value` may be a part of the old one.
    value_ = T(std::forward<U>(value));
    null_ = false;
    return *this;
  }

  /// Whether the member is left out, so that the service keeps what there is.
  [[nodiscard]] bool is_absent() const noexcept { return !null_ && !value_.has_value(); }
  /// Whether it is sent as null, so that the service removes the value.
  [[nodiscard]] bool is_null() const noexcept { return null_; }
  /// Whether there is a value to set.
  [[nodiscard]] bool has_value() const noexcept { return value_.has_value(); }

  /// The value. Throws `std::bad_optional_access` when the field is absent or null.
  [[nodiscard]] const T& value() const { return value_.value(); }

  /// The value, to be changed in place. Throws like the const form.
  [[nodiscard]] T& value() { return value_.value(); }

  /// Makes the field absent again.
  void reset() noexcept {
    value_.reset();
    null_ = false;
  }

  /// @{
  /// Equal in the same state, with the same value if there is one.
  friend bool operator==(const Field& lhs, const Field& rhs) {
    return lhs.null_ == rhs.null_ && lhs.value_ == rhs.value_;
  }
  friend bool operator!=(const Field& lhs, const Field& rhs) { return !(lhs == rhs); }
  /// @}

 private:
  std::optional<T> value_;
  bool null_ = false;
};

}  // namespace v0
}  // namespace ionoscloud::container_registry
