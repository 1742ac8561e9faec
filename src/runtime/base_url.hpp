// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace ionoscloud::container_registry {
inline namespace v0 {

/// Why a text isn't a base URL. The problem reads on from the field's name: `must not have a
/// query`.
struct BaseUrlError {
  std::string problem;
};

/// Makes the base URL out of `Configuration::host`, by the rules that are told there: no slash at
/// its end, a path always. Throws `BaseUrlError`.
[[nodiscard]] std::string make_base_url(const std::string& host, bool allow_plain_http);

/// Whether a host, as in a base URL, is this machine whatever a resolver says.
[[nodiscard]] bool is_loopback(const std::string& host);

}  // namespace v0
}  // namespace ionoscloud::container_registry
