// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <chrono>

namespace ionoscloud::container_registry {
inline namespace v0 {

/// How many milliseconds to wait at most before `deadline`, rounded up: a wait that ends early is a
/// busy one.
[[nodiscard]] inline int wait_before(std::chrono::steady_clock::time_point deadline,
                                     std::chrono::steady_clock::time_point now) noexcept {
  using Duration = std::chrono::steady_clock::duration;
  constexpr Duration longest = std::chrono::hours(1);
  // Of a deadline that has passed nothing is taken away: it may be the least time that there is.
  const Duration left = deadline > now ? std::min(deadline - now, longest) : Duration::zero();
  return static_cast<int>(std::chrono::ceil<std::chrono::milliseconds>(left).count());
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
