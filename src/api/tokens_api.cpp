// SPDX-License-Identifier: Apache-2.0
#include <ionoscloud/container_registry/tokens_api.hpp>

#include <utility>

#include <ionoscloud/container_registry/async.hpp>

#include "api/async_list.hpp"
#include "api/begin_call.hpp"
#include "api/list_reader.hpp"
#include "api/list_walk.hpp"
#include "api/operations.hpp"
#include "api/page_fetcher.hpp"
#include "api/reconciled_create.hpp"
#include "api/steps.hpp"
#include "api/token_calls.hpp"
#include "api/token_marks.hpp"
#include "runtime/call_failure.hpp"
#include "runtime/client_core.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

/// Makes the calls for the pages of a list. Refuses what can't work now and not when it is read.
auto pages_of(const RegistryId& registry_id, const ListOptions& list) {
  check_list_options(operations::registries_tokens_get, list);
  static_cast<void>(token_calls::get(registry_id, 0, list.page_size));
  return [registry_id](const PageRequest& request, std::vector<TokenResponse> memory) {
    return token_calls::get_of_list(registry_id, request.offset, request.limit, std::move(memory));
  };
}

}  // namespace

TokensApi::TokensApi(const ApiClient& client) : core_(client.core()) {}

void TokensApi::registries_tokens_delete(const RegistryId& registry_id, const TokenId& token_id,
                                         const CallOptions& options) const {
  static_cast<void>(registries_tokens_delete_with_http_info(registry_id, token_id, options));
}

ApiResponse<Deletion> TokensApi::registries_tokens_delete_with_http_info(
    const RegistryId& registry_id, const TokenId& token_id, const CallOptions& options) const {
  return run(*core_, token_calls::remove(registry_id, token_id), options);
}

TokenResponse TokensApi::registries_tokens_find_by_id(const RegistryId& registry_id,
                                                      const TokenId& token_id,
                                                      const CallOptions& options) const {
  return registries_tokens_find_by_id_with_http_info(registry_id, token_id, options).value;
}

ApiResponse<TokenResponse> TokensApi::registries_tokens_find_by_id_with_http_info(
    const RegistryId& registry_id, const TokenId& token_id, const CallOptions& options) const {
  return run(*core_, token_calls::find_by_id(registry_id, token_id), options);
}

TokensResponse TokensApi::registries_tokens_get(const RegistryId& registry_id, std::int64_t offset,
                                                std::int64_t limit,
                                                const CallOptions& options) const {
  return registries_tokens_get_with_http_info(registry_id, offset, limit, options).value;
}

ApiResponse<TokensResponse> TokensApi::registries_tokens_get_with_http_info(
    const RegistryId& registry_id, std::int64_t offset, std::int64_t limit,
    const CallOptions& options) const {
  return run(*core_, token_calls::get(registry_id, offset, limit), options);
}

TokenRange TokensApi::registries_tokens_get_all(const RegistryId& registry_id,
                                                const ListOptions& list,
                                                const CallOptions& options) const {
  return TokenRange(std::make_unique<ListReader<TokensResponse, ListWalk>>(
      std::make_unique<PageFetcher<TokensResponse, ListWalk>>(
          core_, pages_of(registry_id, list),
          counted_from_now(options, operations::registries_tokens_get, *core_->environment())),
      ListWalk(operations::registries_tokens_get, list)));
}

TokenResponse TokensApi::registries_tokens_patch(const RegistryId& registry_id,
                                                 const TokenId& token_id,
                                                 const PatchTokenInput& patch,
                                                 const CallOptions& options) const {
  return registries_tokens_patch_with_http_info(registry_id, token_id, patch, options).value;
}

ApiResponse<TokenResponse> TokensApi::registries_tokens_patch_with_http_info(
    const RegistryId& registry_id, const TokenId& token_id, const PatchTokenInput& patch,
    const CallOptions& options) const {
  return run(*core_, token_calls::patch(registry_id, token_id, patch), options);
}

PostTokenOutput TokensApi::registries_tokens_post(const RegistryId& registry_id,
                                                  const PostTokenInput& input,
                                                  const CallOptions& options) const {
  return registries_tokens_post_with_http_info(registry_id, input, options).value;
}

ApiResponse<PostTokenOutput> TokensApi::registries_tokens_post_with_http_info(
    const RegistryId& registry_id, const PostTokenInput& input, const CallOptions& options) const {
  return run(*core_, token_calls::post(registry_id, input), options);
}

ReconciledToken TokensApi::create_token_reconciled(const RegistryId& registry_id,
                                                   const PostTokenInput& input, TokenNaming naming,
                                                   const CallOptions& options) const {
  ReconciledCreate create(core_->environment(), registry_id, input, naming, options);
  run_steps(*core_, create);
  return create.result().value;
}

PutTokenOutput TokensApi::registries_tokens_put(const RegistryId& registry_id,
                                                const TokenId& token_id, const PutTokenInput& input,
                                                const CallOptions& options) const {
  return registries_tokens_put_with_http_info(registry_id, token_id, input, options).value;
}

ApiResponse<PutTokenOutput> TokensApi::registries_tokens_put_with_http_info(
    const RegistryId& registry_id, const TokenId& token_id, const PutTokenInput& input,
    const CallOptions& options) const {
  return run(*core_, token_calls::put(registry_id, token_id, input), options);
}

AsyncTokensApi::AsyncTokensApi(const ApiClient& client) : core_(client.core()) {}

Pending<Deletion> AsyncTokensApi::registries_tokens_delete(const RegistryId& registry_id,
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

AsyncListRange<TokenResponse> AsyncTokensApi::registries_tokens_get_all(
    const RegistryId& registry_id, const ListOptions& list, const CallOptions& options) const {
  const Operation& operation = operations::registries_tokens_get;
  return AsyncListRange<TokenResponse>(std::make_unique<AsyncList<TokensResponse, ListWalk>>(
      core_, operation, pages_of(registry_id, list), ListWalk(operation, list),
      counted_from_now(options, operation, *core_->environment())));
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
  return begin_steps<ReconciledCreate>(*core_, operations::registries_tokens_post, options,
                                       registry_id, input, naming);
}

Pending<PutTokenOutput> AsyncTokensApi::registries_tokens_put(const RegistryId& registry_id,
                                                              const TokenId& token_id,
                                                              const PutTokenInput& input,
                                                              const CallOptions& options) const {
  return begin_call(*core_, token_calls::put(registry_id, token_id, input), options);
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
