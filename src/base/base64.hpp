// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace ionoscloud::container_registry {
inline namespace v0 {

/// Appends the Base64 form of `bytes` (RFC 4648, padded) to `out`.
void append_base64(std::string& out, std::string_view bytes);

/// Decodes a Base64 text, padded or not, up to the first character that isn't Base64.
[[nodiscard]] std::string bytes_of_base64(std::string_view text);

}  // namespace v0
}  // namespace ionoscloud::container_registry
