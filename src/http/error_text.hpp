// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace ionoscloud::container_registry {
inline namespace v0 {

/// What the body of an error says that isn't JSON, whatever its `Content-Type` claims: the title of
/// an HTML page, the message of an XML document, the first line of a text. Empty when it says
/// nothing, or is none of these.
[[nodiscard]] std::string error_text(std::string_view body);

}  // namespace v0
}  // namespace ionoscloud::container_registry
