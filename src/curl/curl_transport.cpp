// SPDX-License-Identifier: Apache-2.0
#include "curl/curl_transport.hpp"

#include <atomic>
#include <memory>
#include <utility>

#include "curl/handle_pool.hpp"
#include "curl/handles.hpp"
#include "curl/multi_exchanges.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

class CurlTransport final : public HttpTransport {
 public:
  CurlTransport(const TlsOptions& tls, const ProxyOptions& proxy)
      : settings_{tls, proxy, CertificatePins(tls.pinned_certificates)},
        pool_(std::make_unique<HandlePool>(settings_).release()) {}

  ~CurlTransport() override {
    std::unique_ptr<HandlePool> pool(pool_.load());
    if (!pool->is_of_this_process()) abandon(std::move(pool));
  }

  HttpExchange exchange(const HttpRequest& request, const ExchangeOptions& options) override {
    return pool().borrow()->exchange(request, options);
  }

 private:
  /// The pool of this process. After a fork, the child gets a new one.
  HandlePool& pool() {
    HandlePool* pool = pool_.load(std::memory_order_acquire);
    if (pool->is_of_this_process()) return *pool;
    auto own = std::make_unique<HandlePool>(settings_);
    if (!pool_.compare_exchange_strong(pool, own.get())) return *pool;
    return *own.release();
  }

  /// Leaves the pool of the parent process alone for good. Its connections are the parent's:
  /// closing one would say goodbye in the parent's name, and a thread of the parent may have held
  /// the pool's locks when the process forked.
  static void abandon(std::unique_ptr<HandlePool> inherited) noexcept {
    static_cast<void>(inherited.release());
  }

  const TransferSettings settings_;
  std::atomic<HandlePool*> pool_;
};

}  // namespace

std::shared_ptr<HttpTransport> make_curl_transport(const TlsOptions& tls,
                                                   const ProxyOptions& proxy) {
  initialize_libcurl();
  return std::make_shared<CurlTransport>(tls, proxy);
}

std::unique_ptr<ConcurrentExchanges> make_curl_exchanges(const TlsOptions& tls,
                                                         const ProxyOptions& proxy) {
  initialize_libcurl();
  CertificatePins pins(tls.pinned_certificates);
  // A pin is checked by the exchange that opens a connection. Over HTTP/2 others would be on it
  // already, and would stay there when it is refused.
  const bool multiplexed = pins.empty() && libcurl_speaks_http2();
  // There are as many of them as calls at once.
  constexpr long receive_buffer = 64L * 1024;
  return std::make_unique<MultiExchanges>(
      TransferSettings{tls, proxy, std::move(pins), multiplexed, receive_buffer});
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
