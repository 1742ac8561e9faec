// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <mutex>

namespace ionoscloud::container_registry {
inline namespace v0 {

/// How many retries a client may still make: a bucket that each retry takes from and each success
/// fills a little. While most calls succeed it never runs dry; in an outage it soon does, so that a
/// client's retries don't make the outage worse.
class RetryBudget {
 public:
  /// Takes a retry out of the bucket; false when there is none left.
  [[nodiscard]] bool take() noexcept {
    const std::lock_guard<std::mutex> lock(mutex_);
    if (level_ < retry_cost) return false;
    level_ -= retry_cost;
    return true;
  }

  /// Puts back what a call that succeeded at once earns.
  void refill() noexcept {
    const std::lock_guard<std::mutex> lock(mutex_);
    level_ = level_ + success_refund < capacity ? level_ + success_refund : capacity;
  }

 private:
  static constexpr int retry_cost = 10;
  static constexpr int success_refund = 1;
  static constexpr int capacity = 500;

  std::mutex mutex_;
  int level_ = capacity;
};

}  // namespace v0
}  // namespace ionoscloud::container_registry
