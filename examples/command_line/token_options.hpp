// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include <ionoscloud/container_registry/models/scope.hpp>
#include <ionoscloud/container_registry/models/token_input.hpp>
#include <ionoscloud/container_registry/timestamp.hpp>

#include "command_line/arguments.hpp"

namespace examples {

inline constexpr Operand registry_id{"REGISTRY", "the id of the registry"};
inline constexpr Operand token_id{"TOKEN", "the id of the token"};
inline constexpr Operand token_name{"NAME", "its name: letters, digits and -, 2 to 63 characters"};

inline constexpr Option status{"--status", "STATUS", "enabled or disabled"};
inline constexpr Option expires_in{"--expires-in", "DAYS", "it ends that many days from now"};
inline constexpr Option expires{"--expires", "DATE", "it ends then, as in 2030-12-31T18:00:00Z"};
inline constexpr Option scope{"--scope", "TYPE:NAME:ACTION[,ACTION]...",
                              "what it may do, as in repository:team/app:pull; repeatable"};

/// What the options above say of a new token. What they don't say is left to the service.
[[nodiscard]] ionoscloud::container_registry::PostTokenProperties token_properties(
    const Arguments& arguments);

/// The end that `--expires-in` or `--expires` gives.
[[nodiscard]] std::optional<ionoscloud::container_registry::Timestamp> expiry_date(
    const Arguments& arguments);

/// The list that all `--scope` give together.
[[nodiscard]] std::vector<ionoscloud::container_registry::Scope> scopes(const Arguments& arguments);

}  // namespace examples
