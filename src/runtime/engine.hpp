// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <memory>
#include <thread>

#include "http/concurrent_exchanges.hpp"
#include "runtime/flight.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {

class EngineLoop;

/// Drives any number of calls on one thread of its own. Safe to use from any number of threads.
class Engine {
 public:
  /// Starts the thread. At most `most_under_way` calls are begun at once; the others wait in turn.
  /// Throws `std::system_error` when there is no thread left.
  Engine(std::unique_ptr<ConcurrentExchanges> exchanges, std::size_t most_under_way);
  Engine(const Engine&) = delete;
  Engine& operator=(const Engine&) = delete;
  /// Ends all calls with `CancelledException`, and waits for the thread, unless it is this one.
  ~Engine();

  /// Begins a call.
  void submit(std::unique_ptr<Flight> flight);

  /// What tells the threads of engines apart: not null on one of them alone.
  [[nodiscard]] static const void* of_this_thread() noexcept;
  /// The same for the thread of this engine.
  [[nodiscard]] const void* identity() const noexcept;

 private:
  const std::shared_ptr<EngineLoop> loop_;
  std::thread thread_;
};

}  // namespace v0
}  // namespace ionoscloud::container_registry
