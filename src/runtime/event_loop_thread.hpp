// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <memory>
#include <thread>

#include "http/concurrent_exchanges.hpp"
#include "runtime/async_call.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {

class EventLoop;

/// Drives any number of calls on one thread of its own. Safe to use from any number of threads.
class EventLoopThread {
 public:
  /// Starts the thread. At most `most_under_way` calls are begun at once; the others wait in turn.
  /// Throws `std::system_error` when there is no thread left.
  EventLoopThread(std::unique_ptr<ConcurrentExchanges> exchanges, std::size_t most_under_way);
  EventLoopThread(const EventLoopThread&) = delete;
  EventLoopThread& operator=(const EventLoopThread&) = delete;
  /// Ends all calls with `CancelledException`, and waits for the thread, unless it is this one.
  ~EventLoopThread();

  /// Begins a call.
  void submit(std::unique_ptr<AsyncCall> call);

  /// What tells the threads of event loops apart: not null on one of them alone.
  [[nodiscard]] static const void* of_this_thread() noexcept;
  /// The same for the thread of this event_loop.
  [[nodiscard]] const void* identity() const noexcept;

 private:
  const std::shared_ptr<EventLoop> loop_;
  std::thread thread_;
};

}  // namespace v0
}  // namespace ionoscloud::container_registry
