// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <mutex>
#include <optional>

#include <ionoscloud/container_registry/transport.hpp>

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace testing::stub {

/// A fault of one request. By default there is none.
struct Fault {
  /// The response, in place of carrying out the request.
  std::optional<HttpResponse> response;
  /// By how much the response is delayed.
  std::chrono::milliseconds delay{0};
  /// Whether the response is lost.
  bool lose_response = false;
};

/// Plans the faults of the next requests. Safe to use from any number of threads.
class FaultPlan {
 public:
  /// Plans a fault for `times` requests, after those that are planned already.
  void add(std::size_t times, Fault fault);

  /// See `StubServer::throttle`.
  void throttle(std::size_t nth, std::chrono::seconds retry_after);

  /// The fault of the next request.
  [[nodiscard]] Fault next();

 private:
  struct Planned {
    std::size_t times;
    Fault fault;
  };

  std::mutex mutex_;
  std::deque<Planned> planned_;
  std::size_t throttle_nth_ = 0;
  std::size_t since_throttled_ = 0;
  std::chrono::seconds retry_after_{0};
};

/// Lets threads sleep, and wakes them all when it is raised.
class StopSignal {
 public:
  void raise() {
    const std::lock_guard lock(mutex_);
    raised_ = true;
    changed_.notify_all();
  }

  void sleep_for(std::chrono::milliseconds time) {
    std::unique_lock lock(mutex_);
    changed_.wait_for(lock, time, [this] { return raised_; });
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  bool raised_ = false;
};

}  // namespace testing::stub
}  // namespace v0
}  // namespace ionoscloud::container_registry
