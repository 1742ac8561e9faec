// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace ionoscloud::container_registry {
inline namespace v0 {

/// Whether `name` can be the name of a header: letters, digits and the marks that HTTP allows.
[[nodiscard]] bool is_header_name(std::string_view name) noexcept;

/// Whether `value` can be the value of a header: without CR, LF, NUL and other control characters
/// but tabs, any of which might begin another header or request.
[[nodiscard]] bool is_header_value(std::string_view value) noexcept;

/// Whether this library, or HTTP itself, writes the header of that name, so that callers may not.
[[nodiscard]] bool is_own_header(std::string_view name) noexcept;

}  // namespace v0
}  // namespace ionoscloud::container_registry
