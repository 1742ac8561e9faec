// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ionoscloud/container_registry/headers.hpp>

#include <string_view>

namespace ionoscloud::container_registry {
inline namespace v0 {

/// The service's id of a request, in its response's headers; empty when it gave none.
[[nodiscard]] inline std::string_view request_id_of(const Headers& headers) {
  return headers.get("X-RequestId").value_or(headers.get("X-Request-Id").value_or(""));
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
