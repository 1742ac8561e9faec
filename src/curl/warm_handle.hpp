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
  /// As `Transfer`.
  WarmHandle(const TransferSettings& settings, CURLSH* share);

  /// Sends `request` on the calling thread and waits for what comes of it. Throws `std::bad_alloc`.
  [[nodiscard]] HttpExchange exchange(const HttpRequest& request, const ExchangeOptions& options);

  /// Whether it may serve another call: its kept connection, if there is one, is neither closed by
  /// the other side nor has it sent anything that nobody asked for and that would be taken for the
  /// next answer.
  [[nodiscard]] bool is_usable() const noexcept;

 private:
  class Detachment;

  void on_cancel() noexcept override;
  [[nodiscard]] HttpExchange drive(const ExchangeOptions& options);
  [[nodiscard]] HttpExchange fail(CURLMcode code);

  FloodGuard flood_guard_;
  Transfer transfer_;
  MultiHandle multi_;
  curl_socket_t kept_socket_ = CURL_SOCKET_BAD;
  bool broken_ = false;
};

}  // namespace v0
}  // namespace ionoscloud::container_registry
