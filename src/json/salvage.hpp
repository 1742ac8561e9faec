// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>

#include <ionoscloud/container_registry/salvaged_token.hpp>

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace json {

/// What can still be read of a created token in a damaged text: cut off, not UTF-8, of wrong types
/// beside it, not even JSON. Never fails; nothing when nothing is found.
[[nodiscard]] std::optional<SalvagedToken> salvage_token(std::string_view text);

}  // namespace json
}  // namespace v0
}  // namespace ionoscloud::container_registry
