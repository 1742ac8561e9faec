// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include <ionoscloud/container_registry/tokens_api.hpp>

#include "api/api_call.hpp"

/// @file
/// The operations on tokens, as every form of calling them makes them. They throw
/// `InvalidArgumentException`.

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace token_calls {

[[nodiscard]] ApiCall<Deletion> remove(const RegistryId& registry_id, const TokenId& token_id);
[[nodiscard]] ApiCall<TokenResponse> find_by_id(const RegistryId& registry_id,
                                                const TokenId& token_id);
[[nodiscard]] ApiCall<TokensResponse> get(const RegistryId& registry_id, std::int64_t offset,
                                          std::int64_t limit);
/// `get` for one who reads a whole list, and judges himself of an empty page whose total says that
/// there is more. The page takes over `memory`, and nothing that is in it.
[[nodiscard]] ApiCall<TokensResponse> get_of_list(const RegistryId& registry_id,
                                                  std::int64_t offset, std::int64_t limit,
                                                  std::vector<TokenResponse> memory);
[[nodiscard]] ApiCall<TokenResponse> patch(const RegistryId& registry_id, const TokenId& token_id,
                                           const PatchTokenInput& patch);
[[nodiscard]] ApiCall<PostTokenOutput> post(const RegistryId& registry_id,
                                            const PostTokenInput& input);
[[nodiscard]] ApiCall<PutTokenOutput> put(const RegistryId& registry_id, const TokenId& token_id,
                                          const PutTokenInput& input);

}  // namespace token_calls
}  // namespace v0
}  // namespace ionoscloud::container_registry
