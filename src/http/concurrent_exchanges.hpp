// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ionoscloud/container_registry/transport.hpp>

#include <chrono>
#include <cstdint>
#include <list>

namespace ionoscloud::container_registry {
inline namespace v0 {

/// Many exchanges under way at once, in the hands of one thread. Unlike `HttpTransport`, whoever
/// uses it keeps the deadlines and cancellations, and gives exchanges up when it is time.
class ConcurrentExchanges {
 public:
  /// The user's number for an exchange, one for each that is under way.
  using Id = std::uintptr_t;

  struct Finished {
    Id id = 0;
    HttpExchange exchange;
    /// Set when there was no memory to find out what came of it.
    bool out_of_memory = false;
  };

  ConcurrentExchanges() = default;
  ConcurrentExchanges(const ConcurrentExchanges&) = delete;
  ConcurrentExchanges& operator=(const ConcurrentExchanges&) = delete;
  virtual ~ConcurrentExchanges() = default;

  /// Begins to send `request`, which must stay as it is until the exchange is over. Throws
  /// `std::bad_alloc`; then the exchange hasn't begun.
  virtual void start(Id id, const HttpRequest& request, const ExchangeOptions& options) = 0;

  /// Whether another may be started before `work_until` has told what is over.
  [[nodiscard]] virtual bool has_room() const noexcept { return true; }

  /// Ends an exchange: `timed_out` or `cancelled`. Returns what came of it.
  [[nodiscard]] virtual HttpExchange abort(Id id, TransportError reason) = 0;

  /// Works until something is over, until `time`, or until `wake` is called, whichever is first.
  [[nodiscard]] virtual std::list<Finished> work_until(
      std::chrono::steady_clock::time_point time) = 0;

  /// Ends a wait in `work_until`, or else the next one. From any thread.
  virtual void wake() noexcept = 0;
};

}  // namespace v0
}  // namespace ionoscloud::container_registry
