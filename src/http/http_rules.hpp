// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include <ionoscloud/container_registry/headers.hpp>
#include <ionoscloud/container_registry/transport.hpp>

namespace ionoscloud::container_registry {
inline namespace v0 {

/// Whether requests of the method have a body, perhaps an empty one.
[[nodiscard]] constexpr bool has_body(HttpMethod method) noexcept {
  return method == HttpMethod::post || method == HttpMethod::put || method == HttpMethod::patch;
}

/// Whether a response to the method may hold a credential that is shown once only, so that the
/// request must not be sent twice.
[[nodiscard]] constexpr bool may_create(HttpMethod method) noexcept {
  return method == HttpMethod::post || method == HttpMethod::put;
}

/// Whether `name` can be the name of a header: letters, digits and the punctuation that HTTP
/// allows.
[[nodiscard]] bool is_header_name(std::string_view name) noexcept;

/// Whether `value` can be the value of a header: it has no control characters but tabs. A CR, LF or
/// NUL could begin another header or request.
[[nodiscard]] bool is_header_value(std::string_view value) noexcept;

/// Whether only this library sets the header with that name, so that callers must not.
[[nodiscard]] bool is_reserved_header(std::string_view name) noexcept;

/// The service's id for a request, from the headers of the response; empty when it has none.
[[nodiscard]] inline std::string_view request_id_of(const Headers& headers) {
  return headers.get("X-RequestId").value_or(headers.get("X-Request-Id").value_or(""));
}

/// Appends `text` percent-encoded, as one segment of a path or one value of a query. It may hold
/// any bytes.
void append_url_encoded(std::string& url, std::string_view text);

}  // namespace v0
}  // namespace ionoscloud::container_registry
