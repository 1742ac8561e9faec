// SPDX-License-Identifier: Apache-2.0
#include "curl/curl_transport.hpp"

#include <memory>
#include <system_error>
#include <utility>

#include "curl/handle_pool.hpp"
#include "curl/handles.hpp"
#include "curl/multi_exchanges.hpp"
#include "system/per_process.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

class CurlTransport final : public HttpTransport {
 public:
  CurlTransport(const TlsOptions& tls, const ProxyOptions& proxy)
      : settings_{tls, proxy, CertificatePins(tls.pinned_certificates)} {
    // So that settings which libcurl refuses are found at once.
    static_cast<void>(pool());
  }

  HttpExchange exchange(const HttpRequest& request, const ExchangeOptions& options) override {
    try {
      return pool().borrow_for(options.creates)->exchange(request, options);
    } catch (const std::system_error& error) {
      HttpExchange exchange;
      exchange.error = TransportError::connect;
      exchange.error_message = error.what();
      return exchange;
    }
  }

 private:
  HandlePool& pool() {
    return pool_.get([this] { return HandlePool(settings_); });
  }

  const TransferSettings settings_;
  /// A pool of the parent process has the parent's connections: to close one would say goodbye in
  /// the parent's name.
  PerProcess<HandlePool> pool_;
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
  const bool multiplexed = pins.empty() && libcurl_speaks_http2() && FloodGuard::is_available();
  // There are as many of them as calls at once.
  constexpr long receive_buffer = 64L * 1024;
  return std::make_unique<MultiExchanges>(
      TransferSettings{tls, proxy, std::move(pins), multiplexed, receive_buffer});
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
