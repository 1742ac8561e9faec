// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <curl/curl.h>
#include <ionoscloud/container_registry/transport.hpp>

#include <atomic>
#include <chrono>

namespace ionoscloud::container_registry {
inline namespace v0 {

/// Whether a connection that was kept is good for another request.
///
/// Some services close a connection behind a response without a word in its headers. A request that
/// is sent at once then passes the end of the connection on its way, and nobody can tell what
/// became of it, which must not happen to a create. So it is found out, once, what this service
/// does. Safe to use from any number of threads.
class KeepAlive {
 public:
  using Clock = std::chrono::steady_clock;

  /// Whether a request, which `creates` or doesn't, may go out on a connection that is idle since
  /// then: it wasn't idle for too long, and the other side has neither closed it nor said anything
  /// that would be taken for the next response. Before the first create it looks for a moment
  /// whether that comes still.
  [[nodiscard]] bool is_good_for(bool creates, curl_socket_t socket,
                                 Clock::time_point idle_since) noexcept;

  /// Tells that a create was lost, since the service had closed its connection. For a minute each
  /// create gets a new one then.
  void note_loss() noexcept;

 private:
  enum class Service { unknown, keeps_connections, closes_connections };

  [[nodiscard]] bool lasts_for_create(curl_socket_t socket) noexcept;
  [[nodiscard]] bool is_closing_connections() noexcept;

  std::atomic<Service> service_{Service::unknown};
  std::atomic<Clock::duration> closing_until_{Clock::duration::zero()};
};

}  // namespace v0
}  // namespace ionoscloud::container_registry
