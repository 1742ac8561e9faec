// SPDX-License-Identifier: Apache-2.0
#include <ionoscloud/container_registry/async.hpp>

#include <utility>

#include "api/begin_call.hpp"
#include "api/create_drivers.hpp"
#include "api/token_calls.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {

AsyncTokensApi::AsyncTokensApi(const ApiClient& client) : core_(client.core()) {}

Pending<TokenDeletion> AsyncTokensApi::registries_tokens_delete(const RegistryId& registry_id,
                                                                const TokenId& token_id,
                                                                const CallOptions& options) const {
  return begin_call(*core_, token_calls::remove(registry_id, token_id), options);
}

Pending<TokenResponse> AsyncTokensApi::registries_tokens_find_by_id(
    const RegistryId& registry_id, const TokenId& token_id, const CallOptions& options) const {
  return begin_call(*core_, token_calls::find_by_id(registry_id, token_id), options);
}

Pending<TokensResponse> AsyncTokensApi::registries_tokens_get(const RegistryId& registry_id,
                                                              std::int64_t offset,
                                                              std::int64_t limit,
                                                              const CallOptions& options) const {
  return begin_call(*core_, token_calls::get(registry_id, offset, limit), options);
}

Pending<TokenResponse> AsyncTokensApi::registries_tokens_patch(const RegistryId& registry_id,
                                                               const TokenId& token_id,
                                                               const PatchTokenInput& patch,
                                                               const CallOptions& options) const {
  return begin_call(*core_, token_calls::patch(registry_id, token_id, patch), options);
}

Pending<PostTokenOutput> AsyncTokensApi::registries_tokens_post(const RegistryId& registry_id,
                                                                const PostTokenInput& input,
                                                                const CallOptions& options) const {
  return begin_call(*core_, token_calls::post(registry_id, input), options);
}

Pending<ReconciledToken> AsyncTokensApi::create_token_reconciled(const RegistryId& registry_id,
                                                                 const PostTokenInput& input,
                                                                 TokenNaming naming,
                                                                 const CallOptions& options) const {
  return begin_create(*core_, registry_id, input, naming, options);
}

Pending<PutTokenOutput> AsyncTokensApi::registries_tokens_put(const RegistryId& registry_id,
                                                              const TokenId& token_id,
                                                              const PutTokenInput& input,
                                                              const CallOptions& options) const {
  return begin_call(*core_, token_calls::put(registry_id, token_id, input), options);
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
