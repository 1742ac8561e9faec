// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>

namespace ionoscloud::container_registry {
inline namespace v0 {

/// How many retries a client may still make: a bucket that each retry takes from and each call that
/// succeeds fills a little. While most calls succeed it never runs dry; in an outage it soon does,
/// so that a client's retries don't make the outage worse.
///
/// Calls that fail fill nothing: what is sent beyond one request a call is bounded by the reserve
/// and by what succeeded, however long an outage lasts. The reserve lets 32 calls at once use all
/// their attempts; tests/unit/outage_test.cpp shows what that means under other loads.
///
/// Without a lock, which a child of `fork` might find taken by nobody.
class RetryBudget {
 public:
  /// Takes a retry out of the bucket; false when there is none left.
  [[nodiscard]] bool take() noexcept {
    int level = level_.load(std::memory_order_relaxed);
    while (level >= retry_cost) {
      if (level_.compare_exchange_weak(level, level - retry_cost, std::memory_order_relaxed)) {
        return true;
      }
    }
    return false;
  }

  /// Puts back what a call that succeeded earns.
  void refill() noexcept {
    int level = level_.load(std::memory_order_relaxed);
    while (level < capacity && !level_.compare_exchange_weak(level, level + success_refund,
                                                             std::memory_order_relaxed)) {
    }
  }

 private:
  static constexpr int success_refund = 1;
  static constexpr int retry_cost = 5 * success_refund;
  static constexpr int capacity = 32 * 5 * retry_cost;

  std::atomic<int> level_{capacity};
};

}  // namespace v0
}  // namespace ionoscloud::container_registry
