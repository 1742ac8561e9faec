// SPDX-License-Identifier: Apache-2.0
#include "runtime/retry_decision.hpp"

#include <algorithm>
#include <cmath>

namespace ionoscloud::container_registry {
inline namespace v0 {

std::optional<std::chrono::milliseconds> next_step(const RetryPolicy& policy,
                                                   const RetrySituation& situation) {
  using std::chrono::milliseconds;
  if (!situation.evidence.repeatable || situation.attempts >= policy.max_attempts) {
    return std::nullopt;
  }

  // In floating point, since the doubled base overflows any integer after enough attempts.
  const double grown =
      std::ldexp(static_cast<double>(policy.base_delay.count()), situation.attempts - 1);
  const double most = std::min(grown, static_cast<double>(policy.max_delay.count()));
  milliseconds wait(static_cast<milliseconds::rep>(most * situation.jitter));
  if (situation.retry_after) wait = std::max<milliseconds>(wait, *situation.retry_after);

  if (wait >= situation.time_left) return std::nullopt;
  return wait;
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
