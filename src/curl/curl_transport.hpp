// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include <ionoscloud/container_registry/tls_options.hpp>
#include <ionoscloud/container_registry/transport.hpp>

#include "http/concurrent_exchanges.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {

/// The transport on libcurl. The options were checked by the caller. Throws `std::runtime_error`
/// when libcurl can't be set up.
[[nodiscard]] std::shared_ptr<HttpTransport> make_curl_transport(const TlsOptions& tls,
                                                                 const ProxyOptions& proxy);

/// The same for many exchanges at once.
[[nodiscard]] std::unique_ptr<ConcurrentExchanges> make_curl_exchanges(const TlsOptions& tls,
                                                                       const ProxyOptions& proxy);

}  // namespace v0
}  // namespace ionoscloud::container_registry
