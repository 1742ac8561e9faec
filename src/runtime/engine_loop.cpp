// SPDX-License-Identifier: Apache-2.0
#include "runtime/engine_loop.hpp"

#include <algorithm>
#include <new>

#include "runtime/call_failure.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {

using SteadyClock = std::chrono::steady_clock;

EngineLoop::EngineLoop(std::unique_ptr<ConcurrentExchanges> exchanges, std::size_t most_under_way)
    : exchanges_(std::move(exchanges)), most_under_way_(most_under_way) {}

void EngineLoop::submit(std::unique_ptr<Flight> flight) {
  bool alone = false;
  {
    const std::lock_guard<std::mutex> lock(mutex_);
    alone = submitted_.empty();
    submitted_.push_back(std::move(flight));
  }
  // Otherwise the thread has yet to come to the one before.
  if (alone) exchanges_->wake();
}

void EngineLoop::stop() noexcept {
  stopping_ = true;
  exchanges_->wake();
}

void EngineLoop::on_cancel() noexcept {
  cancelled_ = true;
  exchanges_->wake();
}

void EngineLoop::run() {
  while (!stopping_ && process_.is_of_this_process()) step();
  if (process_.is_of_this_process()) end_all();
}

void EngineLoop::step() {
  admit_submitted();
  if (cancelled_.exchange(false)) end_cancelled();
  ring_alarms();
  begin_queued();
  tell_ends();
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
  tell_ends();
}

std::unique_ptr<Flight> EngineLoop::next_submitted() noexcept {
  const std::lock_guard<std::mutex> lock(mutex_);
  if (submitted_.empty()) return nullptr;
  std::unique_ptr<Flight> flight = std::move(submitted_.front());
  submitted_.pop_front();
  return flight;
}

void EngineLoop::admit_submitted() {
  while (std::unique_ptr<Flight> flight = next_submitted()) admit(std::move(flight));
}

std::list<ConcurrentExchanges::Finished> EngineLoop::work() {
  try {
    return exchanges_->work_until(alarms_.empty() ? SteadyClock::now() + std::chrono::hours(1)
                                                  : alarms_.begin()->first);
  } catch (const std::bad_alloc&) {
    // Whatever is under way needs more.
    end_all();
    return {};
  }
}

void EngineLoop::admit(std::unique_ptr<Flight> flight, Turn turn) {
  const Id id = next_id_++;
  try {
    queue_.insert(turn == Turn::next ? queue_.begin() : queue_.end(), id);
    Entry& entry = entries_[id];
    // It is over in time, even if its turn never comes.
    set_alarm(id, flight->call().deadline());
    entry.registration = std::make_unique<CancellationRegistration>(
        flight->cancellation(), static_cast<CancellationListener&>(*this));
    entry.flight = std::move(flight);
  } catch (const std::bad_alloc&) {
    alarms_.erase({flight->call().deadline(), id});
    entries_.erase(id);
    flight->fail(std::make_exception_ptr(std::bad_alloc()));
    flight->tell();
  }
}

void EngineLoop::begin_queued() {
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

void EngineLoop::end_cancelled() {
  // A callback may end any of the others.
  for (auto entry = entries_.begin(); entry != entries_.end();) {
    const Id id = entry->first;
    if (entry->second.flight->cancellation().is_cancelled()) give_up(id, TransportError::cancelled);
    entry = entries_.upper_bound(id);
  }
}

void EngineLoop::ring_alarms() {
  const Time now = SteadyClock::now();
  while (!alarms_.empty() && alarms_.begin()->first <= now) {
    give_up(alarms_.begin()->second, TransportError::timed_out);
  }
}

void EngineLoop::set_alarm(Id id, Time time) {
  Entry& entry = entries_.at(id);
  alarms_.erase({entry.alarm, id});
  alarms_.emplace(time, id);
  entry.alarm = time;
}

/// Does something for a call, which ends with what it throws. Whoever waits for the call gets that
/// when this thread has let go of it.
template <class Act>
void EngineLoop::try_for(Id id, Act act) noexcept {
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

void EngineLoop::begin_attempt(Id id) {
  try_for(id, [&] {
    Entry& entry = entries_.at(id);
    Call& call = entry.flight->call();
    call.begin_attempt();
    const ExchangeOptions options = call.exchange_options();
    set_alarm(id, options.deadline);
    exchanges_->start(id, call.request(), options);
    entry.exchanging = true;
  });
}

void EngineLoop::end_exchange(Id id, HttpExchange exchange) {
  try_for(id, [&] {
    Entry& entry = entries_.at(id);
    entry.exchanging = false;
    Call& call = entry.flight->call();
    if (const auto again = call.next_attempt(exchange)) return set_alarm(id, *again);
    land(id, call.conclude(std::move(exchange)));
  });
}

/// What an alarm and a cancellation do: they end an exchange, and otherwise wake the call, which
/// finds out itself what it was waiting for.
void EngineLoop::give_up(Id id, TransportError reason) {
  if (!entries_.at(id).exchanging) return begin_attempt(id);
  try_for(id, [&] { end_exchange(id, cut_off(id, reason)); });
}

HttpExchange EngineLoop::cut_off(Id id, TransportError reason) {
  entries_.at(id).exchanging = false;
  const auto over = std::find_if(finished_.begin(), finished_.end(),
                                 [id](const auto& one) { return one.id == id; });
  if (over == finished_.end()) return exchanges_->give_up(id, reason);
  if (over->out_of_memory) throw std::bad_alloc();
  return std::move(over->exchange);
}

void EngineLoop::end_all() noexcept {
  if (acting_) return;
  admit_submitted();
  while (!entries_.empty()) abandon(entries_.begin()->first);
  tell_ends();
}

void EngineLoop::abandon(Id id) noexcept {
  try_for(id, [&] {
    Entry& entry = entries_.at(id);
    Call& call = entry.flight->call();
    if (!entry.exchanging) call.throw_cancelled();
    HttpExchange exchange = cut_off(id, TransportError::cancelled);
    static_cast<void>(call.next_attempt(exchange));
    land(id, call.conclude(std::move(exchange)));
  });
}

void EngineLoop::land(Id id, CallAnswer answer) noexcept {
  end(id, [&answer](Flight& flight) { flight.land(std::move(answer)); });
}

void EngineLoop::fail(Id id, std::exception_ptr error) noexcept {
  end(id, [&error](Flight& flight) { flight.fail(std::move(error)); });
}

/// Where another call follows, its observer may let go of the client; the engine then ends later.
template <class Tell>
void EngineLoop::end(Id id, Tell tell) noexcept {
  Flight& flight = retire(id);
  const bool within_another = std::exchange(acting_, true);
  tell(flight);
  if (std::unique_ptr<Flight> next = flight.follower()) admit(std::move(next), Turn::next);
  acting_ = within_another;
}

Flight& EngineLoop::retire(Id id) noexcept {
  auto node = entries_.extract(id);
  Entry& entry = node.mapped();
  alarms_.erase({entry.alarm, id});
  if (!entry.queued) --under_way_;
  entry.registration.reset();
  over_.insert(std::move(node));
  return *entry.flight;
}

void EngineLoop::tell_ends() noexcept {
  while (!over_.empty() && process_.is_of_this_process()) {
    over_.extract(over_.begin()).mapped().flight->tell();
  }
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
