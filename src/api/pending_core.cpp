// SPDX-License-Identifier: Apache-2.0
#include "api/pending_core.hpp"

#include <algorithm>
#include <stdexcept>
#include <utility>

#include "runtime/event_loop_thread.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {

PendingCore::PendingCore(const void* event_loop, const CancellationToken& by_caller)
    : event_loop_(event_loop), by_caller_(by_caller, cancelled_by_caller_) {}

PendingCore::Waiting* PendingCore::waiting_room() {
  if (is_over()) return nullptr;
  if (process_.is_of_this_process()) return &waiting_.get();
  throw std::logic_error("the call is one of the process that this one was forked from");
}

bool PendingCore::wait_for(std::chrono::nanoseconds time) {
  // No call takes as long; what is longer overflows. MinGW waits without end until before 1970.
  constexpr std::chrono::nanoseconds longest = std::chrono::hours(24 * 365);
  constexpr std::chrono::nanoseconds none = std::chrono::nanoseconds::zero();
  Waiting* const waiting = waiting_room();
  if (waiting == nullptr) return true;
  refuse_to_wait_for_itself();
  std::unique_lock<std::mutex> lock(waiting->mutex);
  return waiting->changed.wait_for(lock, std::clamp(time, none, longest),
                                   [this] { return is_over(); });
}

void PendingCore::wait() {
  Waiting* const waiting = waiting_room();
  if (waiting == nullptr) return;
  refuse_to_wait_for_itself();
  std::unique_lock<std::mutex> lock(waiting->mutex);
  waiting->changed.wait(lock, [this] { return is_over(); });
}

void PendingCore::when_over(std::function<void()> act) {
  if (Waiting* const waiting = waiting_room()) {
    const std::lock_guard<std::mutex> lock(waiting->mutex);
    if (!is_over()) {
      waiting->act = std::move(act);
      return;
    }
  }
  act();
}

void PendingCore::forget_act() noexcept {
  Waiting* const waiting = waiting_.own();
  if (waiting == nullptr) return;
  // It goes where nothing is locked, with all that it holds.
  std::function<void()> act;
  const std::lock_guard<std::mutex> lock(waiting->mutex);
  std::swap(act, waiting->act);
}

void PendingCore::end() noexcept {
  over_ = true;
  Waiting* const waiting = waiting_.own();
  if (waiting == nullptr) return;
  std::function<void()> act;
  {
    const std::lock_guard<std::mutex> lock(waiting->mutex);
    std::swap(act, waiting->act);
  }
  waiting->changed.notify_all();
  if (act) act();
}

std::shared_ptr<void> PendingCore::take_response(std::shared_ptr<PendingCore> core) {
  if (core->error_) std::rethrow_exception(std::exchange(core->error_, nullptr));
  void* const response = core->response_;
  return {std::move(core), response};
}

void PendingCore::refuse_to_wait_for_itself() const {
  if (EventLoopThread::of_this_thread() != event_loop_) return;
  throw std::logic_error("a callback must not wait for a call of its own client");
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
