// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <list>
#include <memory>
#include <unordered_map>
#include <vector>

#include "curl/easy_options.hpp"
#include "curl/handles.hpp"
#include "curl/open_sockets.hpp"
#include "curl/shared_caches.hpp"
#include "curl/transfer.hpp"
#include "http/concurrent_exchanges.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {

/// Exchanges on one multi handle: over HTTP/2 on as few connections as the server allows, over
/// HTTP/1.1 on one each, which are kept.
class MultiExchanges final : public ConcurrentExchanges {
 public:
  /// Throws as `Transfer` does.
  explicit MultiExchanges(TransferSettings settings);
  ~MultiExchanges() override;

  void start(Id id, const HttpRequest& request, const ExchangeOptions& options) override;
  [[nodiscard]] HttpExchange give_up(Id id, TransportError reason) override;
  [[nodiscard]] std::list<Finished> work_until(std::chrono::steady_clock::time_point time) override;
  void wake() noexcept override;

 private:
  using Owned = std::unique_ptr<Transfer>;

  struct UnderWay {
    Owned transfer;
    const HttpRequest* request;
    ExchangeOptions options;
    /// One, to be told when it is over: nothing may stand in the way of that.
    std::list<Finished> end;
  };

  void begin(Id id, UnderWay& exchange);
  [[nodiscard]] Owned take_idle();
  [[nodiscard]] UnderWay take(Id id);
  void keep(Owned transfer);
  void collect();
  void finish(Id id, CURLcode code);
  void tell(UnderWay& exchange, Finished end) noexcept;

  const TransferSettings settings_;
  SharedCaches caches_;
  OpenSockets sockets_;
  MultiHandle multi_;
  std::unordered_map<Id, UnderWay> under_way_;
  std::vector<Owned> idle_;
  std::list<Finished> finished_;
};

}  // namespace v0
}  // namespace ionoscloud::container_registry
