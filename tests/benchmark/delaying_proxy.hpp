// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <chrono>
#include <thread>

#include "loopback.hpp"

namespace benchmarks {

/// Stands between clients and a server on loopback and keeps whatever passes for a while, as a long
/// way would, without making it any narrower: what comes within one such while goes on together.
class DelayingProxy {
 public:
  /// Listens on a port of its own for clients of the server at `server_port`. Each direction takes
  /// half of `round_trip`. `std::system_error` when there is no socket to be had.
  DelayingProxy(int server_port, std::chrono::milliseconds round_trip);
  DelayingProxy(const DelayingProxy&) = delete;
  DelayingProxy& operator=(const DelayingProxy&) = delete;
  ~DelayingProxy();

  [[nodiscard]] int port() const noexcept { return port_; }

 private:
  void run() noexcept;

  const int server_port_;
  const std::chrono::steady_clock::duration delay_;
  const Socket listener_;
  const int port_;
  std::atomic<bool> stopped_{false};
  std::thread thread_;
};

}  // namespace benchmarks
