// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ionoscloud/container_registry/transport.hpp>

#include <chrono>
#include <cstdint>
#include <list>

namespace ionoscloud::container_registry {
inline namespace v0 {

/// Many concurrent exchanges, driven by one thread. Unlike with `HttpTransport`, the user of this
/// class watches the deadlines and cancellations, and aborts exchanges in time.
class ConcurrentExchanges {
 public:
  /// The user's number for an exchange; unique among those that are in progress.
  using Id = std::uintptr_t;

  struct Finished {
    Id id = 0;
    HttpExchange exchange;
    /// Whether there was no memory to determine the result.
    bool out_of_memory = false;
  };

  ConcurrentExchanges() = default;
  ConcurrentExchanges(const ConcurrentExchanges&) = delete;
  ConcurrentExchanges& operator=(const ConcurrentExchanges&) = delete;
  virtual ~ConcurrentExchanges() = default;

  /// Starts to send `request`, which must not change until the exchange has finished. Throws
  /// `std::bad_alloc`; then the exchange hasn't started.
  virtual void start(Id id, const HttpRequest& request, const ExchangeOptions& options) = 0;

  /// Whether another exchange may start before `work_until` has returned the finished ones.
  [[nodiscard]] virtual bool has_room() const noexcept { return true; }

  /// Ends an exchange; `reason` is `timed_out` or `cancelled`. Returns its result.
  [[nodiscard]] virtual HttpExchange abort(Id id, TransportError reason) = 0;

  /// Runs the exchanges until one has finished, until `time`, or until `wake` is called. Returns
  /// those that have finished.
  [[nodiscard]] virtual std::list<Finished> work_until(
      std::chrono::steady_clock::time_point time) = 0;

  /// Makes the current or the next `work_until` return. May be called from any thread.
  virtual void wake() noexcept = 0;
};

}  // namespace v0
}  // namespace ionoscloud::container_registry
