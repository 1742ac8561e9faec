// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

#include <ionoscloud/container_registry/salvaged_token.hpp>

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace json {

/// Reads what is left of a created token in a damaged text: one that is cut off, isn't UTF-8, has
/// members of wrong types, or isn't JSON. Never fails; no value when it finds nothing.
[[nodiscard]] std::optional<SalvagedToken> salvage_token(std::string_view text);

}  // namespace json
}  // namespace v0
}  // namespace ionoscloud::container_registry
