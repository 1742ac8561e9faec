// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <ionoscloud/container_registry/exceptions.hpp>

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace json {

/// The messages in the body of an error: of the documented form, of problem details (RFC 9457), or
/// of the forms that gateways and frameworks write. As many as can be read; an empty list when the
/// body has another form. Never throws for what the body holds.
[[nodiscard]] std::vector<ApiErrorMessage> decode_error_messages(std::string_view body);

/// The message in the body of an error that isn't JSON, whatever its `Content-Type` says: the title
/// of an HTML page, the message of an XML document, or the first line of a text. Empty when there
/// is no message, or when the body has another form.
[[nodiscard]] std::string error_text(std::string_view body);

}  // namespace json
}  // namespace v0
}  // namespace ionoscloud::container_registry
