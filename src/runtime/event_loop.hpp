// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <chrono>
#include <cstddef>
#include <deque>
#include <exception>
#include <list>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <utility>

#include <ionoscloud/container_registry/cancellation.hpp>

#include "http/concurrent_exchanges.hpp"
#include "runtime/async_call.hpp"
#include "system/per_process.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {

/// What the thread of an event loop does. `submit` and `stop` are for any thread, all else is for
/// that one.
class EventLoop final : private CancellationListener {
 public:
  EventLoop(std::unique_ptr<ConcurrentExchanges> exchanges, std::size_t most_under_way);

  void submit(std::unique_ptr<AsyncCall> call);
  /// Makes `run` return soon.
  void stop() noexcept;

  /// Until `stop`, or in a process that one of the callbacks has forked.
  void run();
  /// Ends all calls with `CancelledException`; but in the middle of one, whose observer has let go
  /// of the client, leaves that to `run`.
  void end_all() noexcept;

 private:
  using Id = ConcurrentExchanges::Id;
  using Time = std::chrono::steady_clock::time_point;
  /// When a call that is admitted begins: first or last of all that wait.
  enum class Turn { next, last };

  /// A call in one of its states: queued, in an exchange, or waiting for its next attempt.
  struct Entry {
    std::unique_ptr<AsyncCall> call;
    std::unique_ptr<CancellationRegistration> registration;
    bool queued = true;
    bool exchanging = false;
    /// When something is to be done about it, whatever comes of its exchange.
    Time timer;
  };

  void on_cancel() noexcept override;

  void step();
  [[nodiscard]] std::unique_ptr<AsyncCall> next_submitted() noexcept;
  void admit_submitted();
  void admit(std::unique_ptr<AsyncCall> call, Turn turn = Turn::last);
  void begin_queued();
  void end_cancelled();
  void fire_timers();
  void set_timer(Id id, Time time);

  template <class Act>
  void try_for(Id id, Act act) noexcept;
  void begin_attempt(Id id);
  void end_exchange(Id id, HttpExchange exchange);
  void abort(Id id, TransportError reason);
  void abandon(Id id) noexcept;
  [[nodiscard]] HttpExchange cut_off(Id id, TransportError reason);
  [[nodiscard]] std::list<ConcurrentExchanges::Finished> work();

  void complete(Id id, CallResponse response) noexcept;
  void fail(Id id, std::exception_ptr error) noexcept;
  /// Takes a call out, so that its end can be told.
  [[nodiscard]] AsyncCall& retire(Id id) noexcept;
  template <class Notify>
  void end(Id id, Notify notify) noexcept;
  void notify_ended() noexcept;

  /// A callback may fork. What is under way is the parent's: the child would send it, too.
  const ProcessMark process_;
  const std::unique_ptr<ConcurrentExchanges> exchanges_;
  const std::size_t most_under_way_;

  std::mutex mutex_;
  std::deque<std::unique_ptr<AsyncCall>> submitted_;
  std::atomic<bool> stopping_{false};
  std::atomic<bool> cancelled_{false};

  std::map<Id, Entry> entries_;
  /// Calls whose ends have yet to be told, one after another: a callback may end everything.
  std::map<Id, Entry> ended_;
  std::deque<Id> queue_;
  std::set<std::pair<Time, Id>> timers_;
  /// Exchanges that are over and have yet to be looked at.
  std::list<ConcurrentExchanges::Finished> finished_;
  std::size_t under_way_ = 0;
  /// Whether one of the calls is doing something, in which it may ask its observer or provider.
  bool acting_ = false;
  Id next_id_ = 1;
};

}  // namespace v0
}  // namespace ionoscloud::container_registry
