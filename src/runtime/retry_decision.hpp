// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <optional>

#include <ionoscloud/container_registry/retry_policy.hpp>

#include "runtime/evidence.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {

/// Where a call stands after an attempt.
struct RetrySituation {
  Evidence evidence;
  /// Attempts made so far.
  int attempts = 1;
  /// What the service asked for.
  std::optional<std::chrono::seconds> retry_after;
  /// How long until the call's deadline.
  std::chrono::steady_clock::duration time_left{0};
  /// A random number from 0 to 1.
  double jitter = 0.0;
};

/// How long to wait before the next attempt; nothing when there must be none.
[[nodiscard]] std::optional<std::chrono::milliseconds> next_step(const RetryPolicy& policy,
                                                                 const RetrySituation& situation);

}  // namespace v0
}  // namespace ionoscloud::container_registry
