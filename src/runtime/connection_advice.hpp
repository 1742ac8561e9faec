// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include <ionoscloud/container_registry/configuration.hpp>

/// @file
/// What of a configuration to look at when something else than the service responds: the fields,
/// and where their values came from.

namespace ionoscloud::container_registry {
inline namespace v0 {

/// `check host (from environment IONOS_API_URL)`
[[nodiscard]] std::string advice_about_host(const Configuration& configuration);

/// `the proxy is http://proxy.example:3128: check …`, where `chosen` is the one that is used; empty
/// when none is.
[[nodiscard]] std::string advice_about_proxy(const Configuration& configuration,
                                             const ProxyOptions& chosen);

}  // namespace v0
}  // namespace ionoscloud::container_registry
