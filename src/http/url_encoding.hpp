// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace ionoscloud::container_registry {
inline namespace v0 {

/// Appends `text` percent-encoded, so that it is one segment of a path or one value of a query,
/// whatever bytes it holds.
void append_url_encoded(std::string& url, std::string_view text);

}  // namespace v0
}  // namespace ionoscloud::container_registry
