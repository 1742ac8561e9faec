// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>

namespace ionoscloud::container_registry {
inline namespace v0 {

/// `time` in the unit of `To`, rounded down; where that can't hold it, the longest or the shortest
/// that it can. Not a number is 0.
template <class To, class Rep, class Period>
[[nodiscard]] constexpr To saturated(const std::chrono::duration<Rep, Period>& time) {
  using Wide = std::chrono::duration<long double, typename To::period>;
  const Wide wide(time);
  if (wide != wide) return To::zero();
  // Where a long double has fewer digits, the limits are rounded away from 0.
  if (wide >= Wide(To::max())) return To::max();
  if (wide <= Wide(To::min())) return To::min();
  return std::chrono::floor<To>(time);
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
