// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include <ionoscloud/container_registry/configuration.hpp>

#include "curl/tls_library.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {

/// What a client of the service at `base_url` does about TLS, with files named by absolute paths:
/// they are read again when the program may be in another folder. Throws `ConfigurationException`,
/// also for what the TLS library of libcurl can't do.
[[nodiscard]] TlsOptions choose_tls(const Configuration& configuration, const std::string& base_url,
                                    const std::string& library = tls_library());

}  // namespace v0
}  // namespace ionoscloud::container_registry
