// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <ionoscloud/container_registry/models/scope.hpp>
#include <ionoscloud/container_registry/timestamp.hpp>

#include "fuzz/json_tree.hpp"

/// @file
/// The members of what is sent: made from a piece of an input, and looked for in what is written.

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace fuzz {

/// A date as text, or its microseconds since 1970; nothing when it is neither.
[[nodiscard]] std::optional<Timestamp> date_of(std::string_view piece);

/// Scopes such as `repository,team/app,pull push;registry,catalog,*`.
[[nodiscard]] std::vector<Scope> scopes_of(std::string_view piece);

/// Whether the wire has a form for it: valid UTF-8, the years 0000 to 9999.
[[nodiscard]] bool can_be_sent(Timestamp date);
[[nodiscard]] bool can_be_sent(const std::vector<Scope>& scopes);

/// The member of that name; nothing unless there is exactly one.
[[nodiscard]] const JsonValue* member(const JsonValue& object, std::string_view name);

/// Whether a value that was written says the same.
[[nodiscard]] bool says(const JsonValue& value, std::string_view text);
[[nodiscard]] bool says(const JsonValue& value, Timestamp date);
[[nodiscard]] bool says(const JsonValue& value, const std::vector<Scope>& scopes);

}  // namespace fuzz
}  // namespace v0
}  // namespace ionoscloud::container_registry
