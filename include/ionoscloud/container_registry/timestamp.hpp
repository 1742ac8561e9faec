// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <iosfwd>
#include <optional>
#include <ratio>
#include <string>
#include <string_view>

#include <ionoscloud/container_registry/export.hpp>
#include <ionoscloud/container_registry/saturated.hpp>
#include <ionoscloud/container_registry/text_argument.hpp>

namespace ionoscloud::container_registry {
inline namespace v0 {

/// A moment in UTC, in microseconds. Two timestamps are equal when they mean the same moment,
/// however it was written on the wire.
///
///     input.properties.expiry_date = cr::Timestamp::now() + std::chrono::hours(24 * 30);
///
/// The wire has room for the years 0000 to 9999; a call with a timestamp outside them throws
/// `InvalidArgumentException` before anything is sent.
class IONOSCLOUD_CR_EXPORT Timestamp {
 public:
  /// A moment of the system's clock.
  using TimePoint = std::chrono::time_point<std::chrono::system_clock, std::chrono::microseconds>;

  /// 1970-01-01T00:00:00Z.
  constexpr Timestamp() noexcept = default;

  /// Any moment of the system's clock, rounded down to microseconds. What is further from 1970 than
  /// they can tell, some 292000 years, is as far as they can.
  template <class Duration>
  constexpr Timestamp(std::chrono::time_point<std::chrono::system_clock, Duration> moment) noexcept
      : moment_(saturated<std::chrono::microseconds>(moment.time_since_epoch())) {}

  /// The system clock's present moment.
  [[nodiscard]] static Timestamp now() noexcept;

  /// Reads a date as the service writes it: `T` or a space between date and time, seconds optional,
  /// a fraction of up to nine digits (cut to microseconds), then `Z`, `±hh:mm`, `±hhmm` or nothing,
  /// which means UTC. Letters may be small; a leap second is the moment after second 59. Returns
  /// nothing for any other text.
  [[nodiscard]] static std::optional<Timestamp> parse(TextArgument text) noexcept;

  /// The form that is sent: UTC in whole seconds, rounded down, `2026-11-24T10:00:00Z`.
  [[nodiscard]] std::string to_string() const;

  /// The moment as `<chrono>` has it.
  [[nodiscard]] constexpr TimePoint time_point() const noexcept { return moment_; }

  /// @{
  /// Time is added and taken away as with `<chrono>`, but no further than microseconds can tell.
  template <class Rep, class Period>
  friend constexpr Timestamp operator+(Timestamp lhs, std::chrono::duration<Rep, Period> rhs) {
    return Timestamp(std::chrono::time_point<std::chrono::system_clock, Wide>(lhs.wide() + rhs));
  }
  template <class Rep, class Period>
  friend constexpr Timestamp operator-(Timestamp lhs, std::chrono::duration<Rep, Period> rhs) {
    return Timestamp(std::chrono::time_point<std::chrono::system_clock, Wide>(lhs.wide() - rhs));
  }
  friend constexpr std::chrono::microseconds operator-(Timestamp lhs, Timestamp rhs) noexcept {
    return saturated<std::chrono::microseconds>(lhs.wide() - rhs.wide());
  }
  /// @}

  /// @{
  /// The earlier moment is the lesser.
  friend constexpr bool operator==(Timestamp lhs, Timestamp rhs) noexcept {
    return lhs.moment_ == rhs.moment_;
  }
  friend constexpr bool operator!=(Timestamp lhs, Timestamp rhs) noexcept {
    return lhs.moment_ != rhs.moment_;
  }
  friend constexpr bool operator<(Timestamp lhs, Timestamp rhs) noexcept {
    return lhs.moment_ < rhs.moment_;
  }
  friend constexpr bool operator>(Timestamp lhs, Timestamp rhs) noexcept {
    return lhs.moment_ > rhs.moment_;
  }
  friend constexpr bool operator<=(Timestamp lhs, Timestamp rhs) noexcept {
    return lhs.moment_ <= rhs.moment_;
  }
  friend constexpr bool operator>=(Timestamp lhs, Timestamp rhs) noexcept {
    return lhs.moment_ >= rhs.moment_;
  }
  /// @}

  /// Prints `to_string()`.
  friend IONOSCLOUD_CR_EXPORT std::ostream& operator<<(std::ostream& out, Timestamp timestamp);

 private:
  /// Holds any sum of two moments.
  using Wide = std::chrono::duration<long double, std::micro>;
  [[nodiscard]] constexpr Wide wide() const noexcept { return moment_.time_since_epoch(); }

  TimePoint moment_{};
};

}  // namespace v0
}  // namespace ionoscloud::container_registry
