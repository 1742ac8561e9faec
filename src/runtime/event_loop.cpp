// SPDX-License-Identifier: Apache-2.0
#include "runtime/event_loop.hpp"

#include <algorithm>
#include <new>

#include "runtime/call_failure.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {

using SteadyClock = std::chrono::steady_clock;

EventLoop::EventLoop(std::unique_ptr<ConcurrentExchanges> exchanges, std::size_t most_under_way)
    : exchanges_(std::move(exchanges)), most_under_way_(most_under_way) {}

void EventLoop::submit(std::unique_ptr<AsyncCall> call) {
  bool alone = false;
  {
    const std::lock_guard<std::mutex> lock(mutex_);
    alone = submitted_.empty();
    submitted_.push_back(std::move(call));
  }
  // Otherwise the thread has yet to come to the one before.
  if (alone) exchanges_->wake();
}

void EventLoop::stop() noexcept {
  stopping_ = true;
  exchanges_->wake();
}

void EventLoop::on_cancel() noexcept {
  cancelled_ = true;
  exchanges_->wake();
}

void EventLoop::run() {
  while (!stopping_ && process_.is_of_this_process()) step();
  if (process_.is_of_this_process()) end_all();
}

void EventLoop::step() {
  admit_submitted();
  if (cancelled_.exchange(false)) end_cancelled();
  fire_timers();
  begin_queued();
  notify_ended();
  if (!process_.is_of_this_process()) return;

  finished_ = work();
  for (auto& [id, exchange, out_of_memory] : finished_) {
    if (out_of_memory) {
      fail(id, std::make_exception_ptr(std::bad_alloc()));
    } else {
      end_exchange(id, std::move(exchange));
    }
  }
  finished_.clear();
  notify_ended();
}

std::unique_ptr<AsyncCall> EventLoop::next_submitted() noexcept {
  const std::lock_guard<std::mutex> lock(mutex_);
  if (submitted_.empty()) return nullptr;
  std::unique_ptr<AsyncCall> call = std::move(submitted_.front());
  submitted_.pop_front();
  return call;
}

void EventLoop::admit_submitted() {
  while (std::unique_ptr<AsyncCall> call = next_submitted()) admit(std::move(call));
}

std::list<ConcurrentExchanges::Finished> EventLoop::work() {
  try {
    return exchanges_->work_until(timers_.empty() ? SteadyClock::now() + std::chrono::hours(1)
                                                  : timers_.begin()->first);
  } catch (const std::bad_alloc&) {
    // Whatever is under way needs more.
    end_all();
    return {};
  }
}

void EventLoop::admit(std::unique_ptr<AsyncCall> call, Turn turn) {
  const Id id = next_id_++;
  try {
    queue_.insert(turn == Turn::next ? queue_.begin() : queue_.end(), id);
    Entry& entry = entries_[id];
    // It is over in time, even if its turn never comes.
    set_timer(id, call->state_machine().deadline());
    entry.registration = std::make_unique<CancellationRegistration>(
        call->cancellation(), static_cast<CancellationListener&>(*this));
    entry.call = std::move(call);
  } catch (const std::bad_alloc&) {
    timers_.erase({call->state_machine().deadline(), id});
    entries_.erase(id);
    call->fail(std::make_exception_ptr(std::bad_alloc()));
    call->notify();
  }
}

void EventLoop::begin_queued() {
  while (under_way_ < most_under_way_ && !queue_.empty() && exchanges_->has_room()) {
    const Id id = queue_.front();
    queue_.pop_front();
    const auto entry = entries_.find(id);
    if (entry == entries_.end()) continue;
    entry->second.queued = false;
    ++under_way_;
    begin_attempt(id);
  }
}

void EventLoop::end_cancelled() {
  // A callback may end any of the others.
  for (auto entry = entries_.begin(); entry != entries_.end();) {
    const Id id = entry->first;
    if (entry->second.call->cancellation().is_cancelled()) abort(id, TransportError::cancelled);
    entry = entries_.upper_bound(id);
  }
}

void EventLoop::fire_timers() {
  const Time now = SteadyClock::now();
  while (!timers_.empty() && timers_.begin()->first <= now) {
    abort(timers_.begin()->second, TransportError::timed_out);
  }
}

void EventLoop::set_timer(Id id, Time time) {
  Entry& entry = entries_.at(id);
  timers_.erase({entry.timer, id});
  timers_.emplace(time, id);
  entry.timer = time;
}

/// Does something for a call, which ends with what it throws. Whoever waits for the call gets that
/// when this thread has let go of it.
template <class Act>
void EventLoop::try_for(Id id, Act act) noexcept {
  const bool within_another = std::exchange(acting_, true);
  std::exception_ptr error;
  try {
    act();
  } catch (...) {
    error = std::current_exception();
  }
  acting_ = within_another;
  if (error) fail(id, std::move(error));
}

void EventLoop::begin_attempt(Id id) {
  try_for(id, [&] {
    Entry& entry = entries_.at(id);
    Call& call = entry.call->state_machine();
    call.begin_attempt();
    const ExchangeOptions options = call.exchange_options();
    set_timer(id, options.deadline);
    exchanges_->start(id, call.request(), options);
    entry.exchanging = true;
  });
}

void EventLoop::end_exchange(Id id, HttpExchange exchange) {
  try_for(id, [&] {
    Entry& entry = entries_.at(id);
    entry.exchanging = false;
    Call& call = entry.call->state_machine();
    if (const auto again = call.next_attempt(exchange)) return set_timer(id, *again);
    complete(id, call.conclude(std::move(exchange)));
  });
}

/// What a timer and a cancellation do: they end an exchange, and otherwise wake the call, which
/// finds out itself what it was waiting for.
void EventLoop::abort(Id id, TransportError reason) {
  if (!entries_.at(id).exchanging) return begin_attempt(id);
  try_for(id, [&] { end_exchange(id, cut_off(id, reason)); });
}

HttpExchange EventLoop::cut_off(Id id, TransportError reason) {
  entries_.at(id).exchanging = false;
  const auto over = std::find_if(finished_.begin(), finished_.end(),
                                 [id](const auto& one) { return one.id == id; });
  if (over == finished_.end()) return exchanges_->abort(id, reason);
  if (over->out_of_memory) throw std::bad_alloc();
  return std::move(over->exchange);
}

void EventLoop::end_all() noexcept {
  if (acting_) return;
  admit_submitted();
  while (!entries_.empty()) abandon(entries_.begin()->first);
  notify_ended();
}

void EventLoop::abandon(Id id) noexcept {
  try_for(id, [&] {
    Entry& entry = entries_.at(id);
    Call& call = entry.call->state_machine();
    if (!entry.exchanging) call.throw_cancelled();
    HttpExchange exchange = cut_off(id, TransportError::cancelled);
    static_cast<void>(call.next_attempt(exchange));
    complete(id, call.conclude(std::move(exchange)));
  });
}

void EventLoop::complete(Id id, CallResponse response) noexcept {
  end(id, [&response](AsyncCall& call) { call.complete(std::move(response)); });
}

void EventLoop::fail(Id id, std::exception_ptr error) noexcept {
  end(id, [&error](AsyncCall& call) { call.fail(std::move(error)); });
}

/// Where another call follows, its observer may let go of the client; the event loop then ends
/// later.
template <class Notify>
void EventLoop::end(Id id, Notify notify) noexcept {
  AsyncCall& call = retire(id);
  const bool within_another = std::exchange(acting_, true);
  notify(call);
  if (std::unique_ptr<AsyncCall> next = call.follow_up()) admit(std::move(next), Turn::next);
  acting_ = within_another;
}

AsyncCall& EventLoop::retire(Id id) noexcept {
  auto node = entries_.extract(id);
  Entry& entry = node.mapped();
  timers_.erase({entry.timer, id});
  if (!entry.queued) --under_way_;
  entry.registration.reset();
  ended_.insert(std::move(node));
  return *entry.call;
}

void EventLoop::notify_ended() noexcept {
  while (!ended_.empty() && process_.is_of_this_process()) {
    ended_.extract(ended_.begin()).mapped().call->notify();
  }
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
