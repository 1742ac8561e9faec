// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>

#include <ionoscloud/container_registry/export.hpp>

namespace ionoscloud::container_registry {
inline namespace v0 {

/// How often, and how patiently, a call is tried. *Whether* an attempt may be repeated at all isn't
/// a matter of policy but of evidence: a request that may have created a credential is never sent
/// again on a guess.
///
/// Before attempt n+1 a call waits a random time between 0 and `min(max_delay, base_delay · 2ⁿ⁻¹)`,
/// and at least as long as the service's `Retry-After`. A wait that doesn't fit the deadline isn't
/// begun: the call fails at once.
///
/// A short wait is made up for by a long one, so that no call is unlucky with all of them: with the
/// defaults, the five waits of a call take 5 s at least, 7.75 s in the mean and 10.5 s at most. The
/// retries of a client have a budget beside, so that they don't make an outage worse.
struct RetryPolicy {
  /// Attempts in all, the first included. At least 1.
  int max_attempts = 6;
  /// The first wait is at most this long.
  std::chrono::milliseconds base_delay{500};
  /// No wait is longer than this, but for a `Retry-After`.
  std::chrono::milliseconds max_delay{10'000};
  /// Whether a PUT may be sent again when it is unknown what became of it, as a PATCH may. A PUT
  /// that created a token is then reported as one that replaced it, and the password is lost: only
  /// for tokens that are known to exist.
  bool repeat_unclear_put = false;

  /// Never a second attempt.
  [[nodiscard]] static RetryPolicy none() noexcept {
    RetryPolicy policy;
    policy.max_attempts = 1;
    return policy;
  }
};

}  // namespace v0
}  // namespace ionoscloud::container_registry
