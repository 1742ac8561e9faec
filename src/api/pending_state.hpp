// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <exception>
#include <functional>
#include <mutex>
#include <optional>
#include <stdexcept>
#include <utility>

#include <ionoscloud/container_registry/cancellation.hpp>

#include "runtime/engine.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {

/// The place where an engine leaves the end of a call, and somebody else finds it.
template <class T>
class PendingState final : private CancellationListener {
 public:
  /// `by_caller` ends the call as `cancel` does.
  PendingState(const void* engine, const CancellationToken& by_caller)
      : engine_(engine), by_caller_(by_caller, *this) {}

  [[nodiscard]] CancellationToken cancellation() const noexcept { return source_.token(); }
  void cancel() noexcept { source_.cancel(); }

  void set_value(T value) noexcept {
    end([&] { value_ = std::move(value); });
  }
  void set_error(std::exception_ptr error) noexcept {
    end([&] { error_ = std::move(error); });
  }

  [[nodiscard]] bool is_over() const {
    const std::lock_guard<std::mutex> lock(mutex_);
    return over_;
  }

  [[nodiscard]] bool wait_for(std::chrono::milliseconds time) {
    // No call takes as long; what is longer overflows.
    constexpr std::chrono::milliseconds longest = std::chrono::hours(24 * 365);
    std::unique_lock<std::mutex> lock(mutex_);
    refuse_to_wait_for_itself();
    return changed_.wait_for(lock, std::min(time, longest), [this] { return over_; });
  }

  void wait() {
    std::unique_lock<std::mutex> lock(mutex_);
    refuse_to_wait_for_itself();
    changed_.wait(lock, [this] { return over_; });
  }

  /// Once, when the call is over.
  [[nodiscard]] T take() {
    const std::lock_guard<std::mutex> lock(mutex_);
    if (error_) std::rethrow_exception(std::exchange(error_, nullptr));
    return *std::move(value_);
  }

  /// Calls `act` when the call is over, or at once.
  void when_over(std::function<void()> act) {
    {
      const std::lock_guard<std::mutex> lock(mutex_);
      if (!over_) {
        act_ = std::move(act);
        return;
      }
    }
    act();
  }

 private:
  void on_cancel() noexcept override { source_.cancel(); }

  void refuse_to_wait_for_itself() const {
    if (over_ || Engine::of_this_thread() != engine_) return;
    throw std::logic_error("a callback must not wait for a call of its own client");
  }

  template <class Set>
  void end(Set set) noexcept {
    std::function<void()> act;
    {
      const std::lock_guard<std::mutex> lock(mutex_);
      set();
      over_ = true;
      act = std::move(act_);
      changed_.notify_all();
    }
    if (act) act();
  }

  const void* const engine_;
  CancellationSource source_;
  const CancellationRegistration by_caller_;

  mutable std::mutex mutex_;
  std::condition_variable changed_;
  bool over_ = false;
  std::optional<T> value_;
  std::exception_ptr error_;
  std::function<void()> act_;
};

}  // namespace v0
}  // namespace ionoscloud::container_registry
