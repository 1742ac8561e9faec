// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include <ionoscloud/container_registry/configuration.hpp>

namespace ionoscloud::container_registry {
inline namespace v0 {

/// The proxy that a client of the service at `base_url` uses; without a URL for none. Decided here,
/// since the program may have set the host after the environment was read. Throws
/// `ConfigurationException`.
[[nodiscard]] ProxyOptions choose_proxy(const Configuration& configuration,
                                        const std::string& base_url);

/// Why a client wouldn't use the proxy that is configured; empty when it would.
[[nodiscard]] std::string why_proxy_is_unused(const Configuration& configuration);

}  // namespace v0
}  // namespace ionoscloud::container_registry
