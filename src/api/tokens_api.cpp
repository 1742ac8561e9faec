// SPDX-License-Identifier: Apache-2.0
#include <ionoscloud/container_registry/tokens_api.hpp>

#include <string>
#include <utility>

#include "api/answers.hpp"
#include "api/operations.hpp"
#include "api/reconciled_create.hpp"
#include "api/target.hpp"
#include "api/token_range_source.hpp"
#include "json/encode.hpp"
#include "runtime/call_failure.hpp"
#include "runtime/client_core.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

std::string tokens_target(const Operation& operation, const RegistryId& registry_id) {
  return make_target(operation, {{"registry_id", registry_id.text()}});
}

std::string token_target(const Operation& operation, const RegistryId& registry_id,
                         const TokenId& token_id) {
  return make_target(operation,
                     {{"registry_id", registry_id.text()}, {"token_id", token_id.text()}});
}

/// The body that `argument` makes. No input holds a secret.
template <class Model>
std::string body_of(const Operation& operation, std::string_view argument, const Model& model) {
  try {
    return json::encode(model, SecretText::exposed);
  } catch (const json::EncodeError& error) {
    refuse_argument(operation, std::string(argument) + "." + error.path, error.problem);
  }
}

/// The service judges names; but an empty one is always a slip.
void check_name(const Operation& operation, const PostTokenProperties& properties) {
  if (properties.name.empty()) {
    refuse_argument(operation, "input.properties.name", "must not be empty");
  }
}

/// An empty page that should not be empty is a member renamed or a service that doesn't page, and
/// must not pass for the end of the list.
void check_page(const Operation& operation, const CallAnswer& answer, const TokensResponse& page,
                std::int64_t offset) {
  if (!page.items.empty() || (page.count <= 0 && page.total <= offset)) return;
  throw_decode_exception(operation, answer, "$.items",
                         "is empty, although count is " + std::to_string(page.count) +
                             " and total is " + std::to_string(page.total));
}

/// A created token without its password is of no use, and its absence must not go unnoticed.
void check_password(const Operation& operation, const CallAnswer& answer,
                    const PostTokenOutput& token) {
  const auto& credentials = token.properties.credentials;
  if (credentials && !credentials->password.empty()) return;
  throw_decode_exception(operation, answer, "$.properties.credentials.password",
                         "is blank, although the token was created");
}

}  // namespace

TokensApi::TokensApi(const ApiClient& client) : core_(client.core()) {}

void TokensApi::registries_tokens_delete(const RegistryId& registry_id, const TokenId& token_id,
                                         const CallOptions& options) const {
  static_cast<void>(registries_tokens_delete_with_http_info(registry_id, token_id, options));
}

ApiResponse<TokenDeletion> TokensApi::registries_tokens_delete_with_http_info(
    const RegistryId& registry_id, const TokenId& token_id, const CallOptions& options) const {
  const Operation& operation = operations::registries_tokens_delete;
  CallAnswer answer =
      core_->call(operation, {token_target(operation, registry_id, token_id), ""}, options);
  const bool already_absent = answer.response.status == 404 && answer.unclear_before;
  if (!is_success(answer) && !already_absent) throw_api_exception(operation, std::move(answer));
  return {{already_absent}, take_http_info(answer)};
}

TokenResponse TokensApi::registries_tokens_find_by_id(const RegistryId& registry_id,
                                                      const TokenId& token_id,
                                                      const CallOptions& options) const {
  return registries_tokens_find_by_id_with_http_info(registry_id, token_id, options).value;
}

ApiResponse<TokenResponse> TokensApi::registries_tokens_find_by_id_with_http_info(
    const RegistryId& registry_id, const TokenId& token_id, const CallOptions& options) const {
  const Operation& operation = operations::registries_tokens_find_by_id;
  return take_value<TokenResponse>(
      operation,
      core_->call(operation, {token_target(operation, registry_id, token_id), ""}, options));
}

TokensResponse TokensApi::registries_tokens_get(const RegistryId& registry_id, std::int64_t offset,
                                                std::int64_t limit,
                                                const CallOptions& options) const {
  return registries_tokens_get_with_http_info(registry_id, offset, limit, options).value;
}

ApiResponse<TokensResponse> TokensApi::registries_tokens_get_with_http_info(
    const RegistryId& registry_id, std::int64_t offset, std::int64_t limit,
    const CallOptions& options) const {
  const Operation& operation = operations::registries_tokens_get;
  if (offset < 0) refuse_argument(operation, "offset", "must be 0 or more");
  if (limit < 1) refuse_argument(operation, "limit", "must be 1 or more");
  const std::string target = tokens_target(operation, registry_id) +
                             "?offset=" + std::to_string(offset) +
                             "&limit=" + std::to_string(limit);
  return take_value<TokensResponse>(operation, core_->call(operation, {target, ""}, options),
                                    [&](const CallAnswer& answer, const TokensResponse& page) {
                                      check_page(operation, answer, page, offset);
                                    });
}

TokenRange TokensApi::registries_tokens_get_all(const RegistryId& registry_id,
                                                const ListOptions& list,
                                                const CallOptions& options) const {
  const Operation& operation = operations::registries_tokens_get;
  static_cast<void>(tokens_target(operation, registry_id));
  if (list.page_size < 1) refuse_argument(operation, "list.page_size", "must be 1 or more");
  if (list.max_tokens < 1) refuse_argument(operation, "list.max_tokens", "must be 1 or more");
  return TokenRange(std::make_unique<TokenRange::Source>(*this, registry_id, list, options));
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
  const Operation& operation = operations::registries_tokens_patch;
  if (patch == PatchTokenInput{}) {
    refuse_argument(operation, "patch", "must set at least one of status, expiry_date and scopes");
  }
  return take_value<TokenResponse>(operation,
                                   core_->call(operation,
                                               {token_target(operation, registry_id, token_id),
                                                body_of(operation, "patch", patch)},
                                               options));
}

PostTokenOutput TokensApi::registries_tokens_post(const RegistryId& registry_id,
                                                  const PostTokenInput& input,
                                                  const CallOptions& options) const {
  return registries_tokens_post_with_http_info(registry_id, input, options).value;
}

ApiResponse<PostTokenOutput> TokensApi::registries_tokens_post_with_http_info(
    const RegistryId& registry_id, const PostTokenInput& input, const CallOptions& options) const {
  const Operation& operation = operations::registries_tokens_post;
  check_name(operation, input.properties);
  return take_value<PostTokenOutput>(
      operation,
      core_->call(operation,
                  {tokens_target(operation, registry_id), body_of(operation, "input", input)},
                  options),
      [&](const CallAnswer& answer, const PostTokenOutput& token) {
        check_password(operation, answer, token);
      });
}

PostTokenOutput TokensApi::create_token_reconciled(const RegistryId& registry_id,
                                                   const PostTokenInput& input,
                                                   const std::string& account,
                                                   const CallOptions& options) const {
  CallOptions one_deadline = options;
  if (!one_deadline.deadline) one_deadline.deadline = core_->call_deadline();
  return ReconciledCreate(*this, registry_id, input, account.empty() ? core_->account() : account,
                          std::move(one_deadline))
      .run();
}

PutTokenOutput TokensApi::registries_tokens_put(const RegistryId& registry_id,
                                                const TokenId& token_id, const PutTokenInput& input,
                                                const CallOptions& options) const {
  return registries_tokens_put_with_http_info(registry_id, token_id, input, options).value;
}

ApiResponse<PutTokenOutput> TokensApi::registries_tokens_put_with_http_info(
    const RegistryId& registry_id, const TokenId& token_id, const PutTokenInput& input,
    const CallOptions& options) const {
  const Operation& operation = operations::registries_tokens_put;
  check_name(operation, input.properties);
  ApiResponse<PutTokenOutput> put = take_value<PutTokenOutput>(
      operation, core_->call(operation,
                             {token_target(operation, registry_id, token_id),
                              body_of(operation, "input", input)},
                             options));
  put.value.http_status = put.http.status;
  return put;
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
