// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

#include <ionoscloud/container_registry/headers.hpp>
#include <ionoscloud/container_registry/transport.hpp>

#include "base/ascii.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {

/// Whether requests of the method have a body, perhaps an empty one.
[[nodiscard]] constexpr bool has_body(HttpMethod method) noexcept {
  return method == HttpMethod::post || method == HttpMethod::put || method == HttpMethod::patch;
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
// Inline, because the testing component can't link what the shared library doesn't export.
inline void append_url_encoded(std::string& url, std::string_view text) {
  constexpr std::string_view hex_digits = "0123456789ABCDEF";
  constexpr auto is_unreserved = [](char c) {
    return ascii::is_alnum(c) || c == '-' || c == '.' || c == '_' || c == '~';
  };
  while (!text.empty()) {
    const auto reserved = std::find_if_not(text.begin(), text.end(), is_unreserved);
    const auto size = static_cast<std::size_t>(reserved - text.begin());
    url.append(text.substr(0, size));
    text.remove_prefix(size);
    if (text.empty()) return;
    const auto byte = static_cast<unsigned char>(text.front());
    url += '%';
    url += hex_digits[byte >> 4];
    url += hex_digits[byte & 0xf];
    text.remove_prefix(1);
  }
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
