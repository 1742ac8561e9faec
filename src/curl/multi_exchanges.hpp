// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <list>
#include <memory>
#include <unordered_map>
#include <utility>
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
///
/// A POST or PUT goes over HTTP/1.1 always. When a server ends an HTTP/2 connection, libcurl
/// doesn't tell the requests that were refused from those that were carried out; so each that must
/// not be sent twice would end as unclear.
class MultiExchanges final : public ConcurrentExchanges {
 public:
  /// Closes its connections when nothing was under way for `rest`. Throws as `Transfer` does.
  explicit MultiExchanges(TransferSettings settings,
                          std::chrono::milliseconds rest = std::chrono::seconds(10));
  ~MultiExchanges() override;

  void start(Id id, const HttpRequest& request, const ExchangeOptions& options) override;
  [[nodiscard]] HttpExchange abort(Id id, TransportError reason) override;
  [[nodiscard]] std::list<Finished> work_until(std::chrono::steady_clock::time_point time) override;
  void wake() noexcept override;

 private:
  using Owned = std::unique_ptr<Transfer>;

  /// Transfers of one kind, with connections of their own: to libcurl, one HTTP/1.1 connection to a
  /// server means that none of the others can take more than one request.
  struct Channel {
    Channel(TransferSettings of_transfers, SharedCaches::Connections connections)
        : settings(std::move(of_transfers)), caches(connections) {}

    const TransferSettings settings;
    SharedCaches caches;
    std::vector<Owned> idle;
  };

  struct UnderWay {
    Channel* channel;
    Owned transfer;
    const HttpRequest* request;
    ExchangeOptions options;
    /// One, to be told when it is over: nothing may stand in the way of that.
    std::list<Finished> end;
  };

  void begin(Id id, UnderWay& exchange);
  [[nodiscard]] Channel& channel_for(bool creates) noexcept;
  [[nodiscard]] Owned take_idle(Channel& channel);
  [[nodiscard]] UnderWay take(Id id);
  void keep(UnderWay& exchange);
  void collect();
  void wait_until(std::chrono::steady_clock::time_point time);
  void close_connections();
  void finish(Id id, CURLcode code);
  void tell(UnderWay& exchange, Finished end) noexcept;

  // Connections are closed when the caches go that hold them, and sockets with them.
  FloodGuard flood_guard_;
  KeepAlive keep_alive_;
  OpenSockets sockets_;
  Channel repeatable_;
  Channel unrepeatable_;
  MultiHandle multi_;
  std::unordered_map<Id, UnderWay> under_way_;
  std::list<Finished> finished_;
  const std::chrono::milliseconds rest_;
  /// Whether there may be connections that nobody uses.
  bool has_connections_ = false;
};

}  // namespace v0
}  // namespace ionoscloud::container_registry
