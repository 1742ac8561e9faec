// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <functional>
#include <memory>
#include <utility>
#include <vector>

#include "runtime/services.hpp"
#include "support/fake_clock.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {

/// Doesn't sleep: it notes how long, and moves the clock.
class RecordingSleeper final : public Sleeper {
 public:
  explicit RecordingSleeper(std::shared_ptr<FakeClock> clock) : clock_(std::move(clock)) {}

  void sleep_until(std::chrono::steady_clock::time_point time,
                   const CancellationToken& cancellation) override {
    const auto wait = time - clock_->now();
    waits_.push_back(std::chrono::duration_cast<std::chrono::milliseconds>(wait));
    if (meanwhile) meanwhile();
    if (!cancellation.is_cancelled()) clock_->advance(wait);
  }

  /// The sleeps so far.
  [[nodiscard]] const std::vector<std::chrono::milliseconds>& waits() const { return waits_; }

  /// Called in each sleep.
  std::function<void()> meanwhile;

 private:
  std::shared_ptr<FakeClock> clock_;
  std::vector<std::chrono::milliseconds> waits_;
};

}  // namespace v0
}  // namespace ionoscloud::container_registry
