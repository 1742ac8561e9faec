// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <condition_variable>
#include <memory>
#include <mutex>

#include "http/concurrent_exchanges.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {

/// Exchanges on an `HttpTransport`, one at a time: `start` returns when the exchange has finished.
class SequentialExchanges final : public ConcurrentExchanges {
 public:
  explicit SequentialExchanges(std::shared_ptr<HttpTransport> transport);

  void start(Id id, const HttpRequest& request, const ExchangeOptions& options) override;
  /// One exchange at a time: the caller of a finished one must not wait for the next one too.
  [[nodiscard]] bool has_room() const noexcept override { return finished_.empty(); }
  [[nodiscard]] HttpExchange abort(Id id, TransportError reason) override;
  [[nodiscard]] std::list<Finished> work_until(std::chrono::steady_clock::time_point time) override;
  void wake() noexcept override;

 private:
  const std::shared_ptr<HttpTransport> transport_;
  std::list<Finished> finished_;
  std::mutex mutex_;
  std::condition_variable condition_;
  bool woken_ = false;
};

}  // namespace v0
}  // namespace ionoscloud::container_registry
