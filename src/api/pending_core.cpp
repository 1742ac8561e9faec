// SPDX-License-Identifier: Apache-2.0
#include "api/pending_core.hpp"

#include <algorithm>
#include <stdexcept>
#include <utility>

#include "runtime/engine.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {

PendingCore::PendingCore(const void* engine, const CancellationToken& by_caller)
    : engine_(engine), by_caller_(by_caller, cancelled_by_caller_) {}

bool PendingCore::is_over() const {
  const std::lock_guard<std::mutex> lock(mutex_);
  return over_;
}

bool PendingCore::wait_for(std::chrono::milliseconds time) {
  // No call takes as long; what is longer overflows.
  constexpr std::chrono::milliseconds longest = std::chrono::hours(24 * 365);
  std::unique_lock<std::mutex> lock(mutex_);
  refuse_to_wait_for_itself();
  return changed_.wait_for(lock, std::min(time, longest), [this] { return over_; });
}

void PendingCore::wait() {
  std::unique_lock<std::mutex> lock(mutex_);
  refuse_to_wait_for_itself();
  changed_.wait(lock, [this] { return over_; });
}

void PendingCore::when_over(std::function<void()> act) {
  {
    const std::lock_guard<std::mutex> lock(mutex_);
    if (!over_) {
      act_ = std::move(act);
      return;
    }
  }
  act();
}

void PendingCore::end() noexcept {
  std::function<void()> act;
  {
    const std::lock_guard<std::mutex> lock(mutex_);
    over_ = true;
    act = std::move(act_);
  }
  changed_.notify_all();
  if (act) act();
}

void PendingCore::throw_error() {
  const std::lock_guard<std::mutex> lock(mutex_);
  if (error_) std::rethrow_exception(std::exchange(error_, nullptr));
}

void PendingCore::refuse_to_wait_for_itself() const {
  if (over_ || Engine::of_this_thread() != engine_) return;
  throw std::logic_error("a callback must not wait for a call of its own client");
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
