// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>

#include "api/token_salvage.hpp"
#include "runtime/operation.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {

/// Every operation of the API that this library has, a row each. Nothing else in the project says
/// again what a row says.
namespace operations {

inline constexpr std::string_view registry = "/registries/{registryId}";
inline constexpr std::string_view tokens = "/registries/{registryId}/tokens";
inline constexpr std::string_view token = "/registries/{registryId}/tokens/{tokenId}";

// clang-format off
inline constexpr Operation registries_find_by_id        {"registries_find_by_id",        HttpMethod::get,   registry, Safety::safe};
inline constexpr Operation registries_tokens_delete     {"registries_tokens_delete",     HttpMethod::del,   token,  Safety::idempotent};
inline constexpr Operation registries_tokens_find_by_id {"registries_tokens_find_by_id", HttpMethod::get,   token,  Safety::safe};
inline constexpr Operation registries_tokens_get        {"registries_tokens_get",        HttpMethod::get,   tokens, Safety::safe};
inline constexpr Operation registries_tokens_patch      {"registries_tokens_patch",      HttpMethod::patch, token,  Safety::idempotent};
inline constexpr Operation registries_tokens_post       {"registries_tokens_post",       HttpMethod::post,  tokens, Safety::creates_credential, salvage_token};
inline constexpr Operation registries_tokens_put        {"registries_tokens_put",        HttpMethod::put,   token,  Safety::creates_credential, salvage_token};
// clang-format on

inline constexpr std::array all = {
    &registries_find_by_id, &registries_tokens_delete, &registries_tokens_find_by_id,
    &registries_tokens_get, &registries_tokens_patch,  &registries_tokens_post,
    &registries_tokens_put,
};

}  // namespace operations
}  // namespace v0
}  // namespace ionoscloud::container_registry
