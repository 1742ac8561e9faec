// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <condition_variable>
#include <memory>
#include <mutex>

#include "http/concurrent_exchanges.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {

/// Exchanges on a transport that can make but one at a time: each is over when it has begun.
class ExchangesInTurn final : public ConcurrentExchanges {
 public:
  explicit ExchangesInTurn(std::shared_ptr<HttpTransport> transport);

  void start(Id id, const HttpRequest& request, const ExchangeOptions& options) override;
  /// Whoever waits for one shall not wait for the next as well.
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
