// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <httplib.h>

#include <atomic>
#include <functional>
#include <list>
#include <thread>
#include <utility>

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace testing::stub {

/// Serves each connection of cpp-httplib on its own thread. So no connection waits until others are
/// closed, and a stub starts and stops fast.
class ConnectionThreads final : public httplib::TaskQueue {
 public:
  /// `void`, or in later versions of cpp-httplib whether the task was accepted.
  using Enqueued = decltype(std::declval<httplib::TaskQueue&>().enqueue(std::function<void()>()));

  Enqueued enqueue(std::function<void()> serve) override {
    join_finished();
    Connection& connection = connections_.emplace_back();
    connection.thread = std::thread([&connection, serve = std::move(serve)] {
      serve();
      connection.finished = true;
    });
    return Enqueued(true);
  }

  void shutdown() override {
    for (Connection& connection : connections_) connection.thread.join();
    connections_.clear();
  }

 private:
  struct Connection {
    std::thread thread;
    std::atomic<bool> finished{false};
  };

  void join_finished() {
    connections_.remove_if([](Connection& connection) {
      if (!connection.finished) return false;
      connection.thread.join();
      return true;
    });
  }

  std::list<Connection> connections_;
};

}  // namespace testing::stub
}  // namespace v0
}  // namespace ionoscloud::container_registry
