// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ionoscloud/container_registry/cancellation.hpp>
#include <ionoscloud/container_registry/transport.hpp>

#include "curl/handles.hpp"
#include "curl/transfer.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {

/// A transfer with a multi handle of its own, which keeps its connection from one call to the next
/// and lets another thread wake it. For one thread at a time.
class WarmHandle final : private CancellationListener {
 public:
  /// As `Transfer`. Throws `std::system_error` when there is no file descriptor left.
  WarmHandle(const TransferSettings& settings, CURLSH* share, KeepAlive& keep_alive);

  /// Sends `request` on the calling thread and waits for what comes of it. Throws `std::bad_alloc`.
  [[nodiscard]] HttpExchange exchange(const HttpRequest& request, const ExchangeOptions& options);

  /// Whether it may send such a request: its kept connection, if there is one, hasn't been idle for
  /// too long, is neither closed by the other side nor has that sent anything that nobody asked for
  /// and that would be taken for the next response.
  [[nodiscard]] bool is_usable_for(bool creates) const noexcept;

 private:
  class Detachment;

  void on_cancel() noexcept override;
  [[nodiscard]] HttpExchange drive(const ExchangeOptions& options);
  [[nodiscard]] HttpExchange fail(CURLMcode code);

  KeepAlive& keep_alive_;
  FloodGuard flood_guard_;
  Transfer transfer_;
  MultiHandle multi_;
  curl_socket_t kept_socket_ = CURL_SOCKET_BAD;
  KeepAlive::Clock::time_point idle_since_;
  bool broken_ = false;
};

}  // namespace v0
}  // namespace ionoscloud::container_registry
