// SPDX-License-Identifier: Apache-2.0
#include "runtime/engine_loop.hpp"

#include <new>

#include "runtime/call_failure.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {

using SteadyClock = std::chrono::steady_clock;

EngineLoop::EngineLoop(std::unique_ptr<ConcurrentExchanges> exchanges, std::size_t most_under_way)
    : exchanges_(std::move(exchanges)), most_under_way_(most_under_way) {}

void EngineLoop::submit(std::unique_ptr<Flight> flight) {
  {
    const std::lock_guard<std::mutex> lock(mutex_);
    submitted_.push_back(std::move(flight));
  }
  exchanges_->wake();
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
  while (!stopping_) step();
  end_all();
}

void EngineLoop::step() {
  std::vector<std::unique_ptr<Flight>> submitted;
  {
    const std::lock_guard<std::mutex> lock(mutex_);
    submitted.swap(submitted_);
  }
  for (auto& flight : submitted) admit(std::move(flight));
  if (cancelled_.exchange(false)) end_cancelled();
  ring_alarms();
  begin_queued();

  for (auto& [id, exchange, out_of_memory] : work()) {
    if (entries_.count(id) == 0) continue;  // It ended in a callback of another.
    if (out_of_memory) {
      fail(id, std::make_exception_ptr(std::bad_alloc()));
    } else {
      end_exchange(id, std::move(exchange));
    }
  }
}

std::vector<ConcurrentExchanges::Finished> EngineLoop::work() {
  try {
    return exchanges_->work_until(alarms_.empty() ? SteadyClock::now() + std::chrono::hours(1)
                                                  : alarms_.begin()->first);
  } catch (const std::bad_alloc&) {
    // Whatever is under way needs more.
    end_all();
    return {};
  }
}

void EngineLoop::admit(std::unique_ptr<Flight> flight) {
  const Id id = next_id_++;
  try {
    queue_.push_back(id);
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
  }
}

void EngineLoop::begin_queued() {
  while (under_way_ < most_under_way_ && !queue_.empty()) {
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
  std::vector<Id> ids;
  for (const auto& [id, entry] : entries_) {
    if (entry.flight->cancellation().is_cancelled()) ids.push_back(id);
  }
  for (const Id id : ids) {
    if (entries_.count(id) != 0) give_up(id, TransportError::cancelled);
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
  std::exception_ptr error;
  try {
    return act();
  } catch (...) {
    error = std::current_exception();
  }
  fail(id, std::move(error));
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
  try_for(id, [&] { end_exchange(id, exchanges_->give_up(id, reason)); });
}

void EngineLoop::end_all() noexcept {
  std::vector<std::unique_ptr<Flight>> submitted;
  {
    const std::lock_guard<std::mutex> lock(mutex_);
    submitted.swap(submitted_);
  }
  for (auto& flight : submitted) admit(std::move(flight));
  while (!entries_.empty()) abandon(entries_.begin()->first);
}

void EngineLoop::abandon(Id id) noexcept {
  try_for(id, [&] {
    Entry& entry = entries_.at(id);
    Call& call = entry.flight->call();
    if (!entry.exchanging) call.throw_cancelled();
    entry.exchanging = false;
    HttpExchange exchange = exchanges_->give_up(id, TransportError::cancelled);
    static_cast<void>(call.next_attempt(exchange));
    land(id, call.conclude(std::move(exchange)));
  });
}

std::unique_ptr<Flight> EngineLoop::take(Id id) noexcept {
  const auto entry = entries_.find(id);
  alarms_.erase({entry->second.alarm, id});
  if (!entry->second.queued) --under_way_;
  std::unique_ptr<Flight> flight = std::move(entry->second.flight);
  entries_.erase(entry);
  return flight;
}

void EngineLoop::land(Id id, CallAnswer answer) noexcept { take(id)->land(std::move(answer)); }

void EngineLoop::fail(Id id, std::exception_ptr error) noexcept {
  take(id)->fail(std::move(error));
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
