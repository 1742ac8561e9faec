// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>

#include "delaying_proxy.hpp"
#include "process.hpp"
#include "side.hpp"

namespace benchmarks {

/// Where a workload's server and clients run.
enum class Placement {
  /// Both on one core, so that a lone connection's time is what both work, and not how long an idle
  /// core takes to wake.
  one_core,
  all_cores,
};

/// The program nginx; empty where it isn't installed.
std::filesystem::path find_nginx();

/// A folder for a while.
class TemporaryFolder {
 public:
  TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  ~TemporaryFolder();

  [[nodiscard]] const std::filesystem::path& path() const noexcept { return path_; }

 private:
  std::filesystem::path path_;
};

/// nginx with canned responses on loopback ports of its own, which knows nothing of the system's
/// nginx. `folder` holds what it needs: `certificate.pem` and `key.pem` of `make_certificate`, and
/// in `pages` the pages of the lists.
class Server {
 public:
  /// Starts it and waits until it responds. `round_trip` is how far away it seems to be over plain
  /// HTTP.
  Server(const std::filesystem::path& nginx, const std::filesystem::path& folder,
         Placement placement, std::chrono::milliseconds round_trip);

  /// The core that clients of one connection share with it.
  [[nodiscard]] std::optional<int> core() const noexcept { return core_; }
  [[nodiscard]] Endpoint plain() const;
  [[nodiscard]] Endpoint tls() const;

  /// How many connections have carried a request so far. With TLS each of them had a handshake.
  [[nodiscard]] int connections() const;
  /// The same, once there are `least` of them or ten seconds are over: nginx logs a request after
  /// it has sent the response.
  [[nodiscard]] int connections_from(int least) const;

 private:
  void write_configuration(Placement placement) const;
  void wait_until_ready();

  std::filesystem::path folder_;
  std::optional<int> core_;
  int plain_port_;
  int tls_port_;
  std::optional<Process> process_;
  std::optional<DelayingProxy> proxy_;
};

/// Makes `certificate.pem` for 127.0.0.1, and its `key.pem`, with openssl.
void make_certificate(const std::filesystem::path& folder);

}  // namespace benchmarks
