// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ionoscloud/container_registry/transport.hpp>

namespace ionoscloud::container_registry {
inline namespace v0 {

/// Whether the method's requests have a body, be it an empty one.
[[nodiscard]] constexpr bool has_body(HttpMethod method) noexcept {
  return method == HttpMethod::post || method == HttpMethod::put || method == HttpMethod::patch;
}

/// Whether the method's responses may hold a credential that is shown once, so that its requests
/// must not be sent twice.
[[nodiscard]] constexpr bool may_create(HttpMethod method) noexcept {
  return method == HttpMethod::post || method == HttpMethod::put;
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
