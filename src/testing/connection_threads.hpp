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

/// Serves each connection of cpp-httplib on a thread of its own, so that none waits for others to
/// be closed, and so that a stub that is hardly used starts and stops in no time.
class ConnectionThreads final : public httplib::TaskQueue {
 public:
  /// Nothing, or in later versions of cpp-httplib whether there was room.
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
