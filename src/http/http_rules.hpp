// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include <ionoscloud/container_registry/headers.hpp>
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

/// Whether `name` can be the name of a header: letters, digits and the marks that HTTP allows.
[[nodiscard]] bool is_header_name(std::string_view name) noexcept;

/// Whether `value` can be the value of a header: without CR, LF, NUL and other control characters
/// but tabs, any of which might begin another header or request.
[[nodiscard]] bool is_header_value(std::string_view value) noexcept;

/// Whether this library, or HTTP itself, writes the header of that name, so that callers may not.
[[nodiscard]] bool is_own_header(std::string_view name) noexcept;

/// The service's id of a request, in its response's headers; empty when it gave none.
[[nodiscard]] inline std::string_view request_id_of(const Headers& headers) {
  return headers.get("X-RequestId").value_or(headers.get("X-Request-Id").value_or(""));
}

/// Appends `text` percent-encoded, so that it is one segment of a path or one value of a query,
/// whatever bytes it holds.
void append_url_encoded(std::string& url, std::string_view text);

}  // namespace v0
}  // namespace ionoscloud::container_registry
