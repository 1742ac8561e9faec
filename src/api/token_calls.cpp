// SPDX-License-Identifier: Apache-2.0
#include "api/token_calls.hpp"

#include <string>
#include <utility>

#include "api/answers.hpp"
#include "api/asked_token.hpp"
#include "api/operations.hpp"
#include "api/target.hpp"
#include "base/ascii.hpp"
#include "json/encode.hpp"
#include "runtime/call_failure.hpp"

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
                bool is_end) {
  if (!page.items.empty() || (page.count <= 0 && is_end)) return;
  throw_decode_exception(operation, answer, "$.items",
                         "is empty, although count is " + std::to_string(page.count) +
                             " and total is " + std::to_string(page.total));
}

/// `check(answer, page)` may complain.
template <class Check>
ApiCall<TokensResponse> page_call(const RegistryId& registry_id, std::int64_t offset,
                                  std::int64_t limit, TokensResponse page, Check check) {
  const Operation& operation = operations::registries_tokens_get;
  if (offset < 0) refuse_argument(operation, "offset", "must be 0 or more");
  if (limit < 1) refuse_argument(operation, "limit", "must be 1 or more");
  return {operation,
          {tokens_target(operation, registry_id) + "?offset=" + std::to_string(offset) +
               "&limit=" + std::to_string(limit),
           ""},
          [check, page = std::move(page)](CallAnswer answer) mutable {
            return take_value(operations::registries_tokens_get, std::move(answer), check,
                              std::move(page));
          }};
}

/// A created token without its password is of no use, and its absence must not go unnoticed.
void check_password(const Operation& operation, const CallAnswer& answer,
                    const PostTokenOutput& token) {
  const auto& credentials = token.properties.credentials;
  if (credentials && !ascii::trim(credentials->password.expose()).empty()) return;
  throw_decode_exception(operation, answer, "$.properties.credentials.password",
                         "is blank, although the token was created");
}

/// The token of that id.
ApiResponse<TokenResponse> take_token(const Operation& operation, CallAnswer answer,
                                      const TokenId& token_id) {
  return take_value<TokenResponse>(operation, std::move(answer),
                                   [&](const CallAnswer& whole, const TokenResponse& token) {
                                     check_id(operation, whole, token, token_id);
                                   });
}

}  // namespace

namespace token_calls {

ApiCall<TokenDeletion> remove(const RegistryId& registry_id, const TokenId& token_id) {
  const Operation& operation = operations::registries_tokens_delete;
  return {operation,
          {token_target(operation, registry_id, token_id), ""},
          [](CallAnswer answer) -> ApiResponse<TokenDeletion> {
            const bool already_absent = answer.response.status == 404 && answer.unclear_before;
            if (!is_success(answer) && !already_absent) {
              throw_api_exception(operations::registries_tokens_delete, std::move(answer));
            }
            return {{already_absent}, take_http_info(answer)};
          }};
}

ApiCall<TokenResponse> find_by_id(const RegistryId& registry_id, const TokenId& token_id) {
  const Operation& operation = operations::registries_tokens_find_by_id;
  return {operation,
          {token_target(operation, registry_id, token_id), ""},
          [token_id](CallAnswer answer) {
            return take_token(operations::registries_tokens_find_by_id, std::move(answer),
                              token_id);
          }};
}

ApiCall<TokensResponse> get(const RegistryId& registry_id, std::int64_t offset,
                            std::int64_t limit) {
  return page_call(registry_id, offset, limit, {},
                   [offset](const CallAnswer& answer, const TokensResponse& page) {
                     check_page(operations::registries_tokens_get, answer, page,
                                page.total <= offset);
                   });
}

ApiCall<TokensResponse> get_of_list(const RegistryId& registry_id, std::int64_t offset,
                                    std::int64_t limit, std::vector<TokenResponse> memory) {
  TokensResponse page;
  page.items = std::move(memory);
  return page_call(registry_id, offset, limit, std::move(page),
                   [](const CallAnswer& answer, const TokensResponse& value) {
                     check_page(operations::registries_tokens_get, answer, value, true);
                   });
}

ApiCall<TokenResponse> patch(const RegistryId& registry_id, const TokenId& token_id,
                             const PatchTokenInput& patch) {
  const Operation& operation = operations::registries_tokens_patch;
  if (patch == PatchTokenInput{}) {
    refuse_argument(operation, "patch", "must set at least one of status, expiry_date and scopes");
  }
  return {operation,
          {token_target(operation, registry_id, token_id), body_of(operation, "patch", patch)},
          [token_id](CallAnswer answer) {
            return take_token(operations::registries_tokens_patch, std::move(answer), token_id);
          }};
}

ApiCall<PostTokenOutput> post(const RegistryId& registry_id, const PostTokenInput& input) {
  const Operation& operation = operations::registries_tokens_post;
  check_name(operation, input.properties);
  return {operation,
          {tokens_target(operation, registry_id), body_of(operation, "input", input)},
          [name = input.properties.name](CallAnswer answer) {
            const Operation& create = operations::registries_tokens_post;
            return take_value<PostTokenOutput>(
                create, std::move(answer),
                [&](const CallAnswer& whole, const PostTokenOutput& token) {
                  check_name(create, whole, token, name);
                  check_has_id(create, whole, token);
                  check_password(create, whole, token);
                });
          }};
}

ApiCall<PutTokenOutput> put(const RegistryId& registry_id, const TokenId& token_id,
                            const PutTokenInput& input) {
  const Operation& operation = operations::registries_tokens_put;
  check_name(operation, input.properties);
  return {operation,
          {token_target(operation, registry_id, token_id), body_of(operation, "input", input)},
          [token_id, name = input.properties.name](CallAnswer answer) {
            const Operation& write = operations::registries_tokens_put;
            ApiResponse<PutTokenOutput> put = take_value<PutTokenOutput>(
                write, std::move(answer),
                [&](const CallAnswer& whole, const PutTokenOutput& token) {
                  check_id(write, whole, token, token_id);
                  check_name(write, whole, token, name);
                });
            put.value.http_status = put.http.status;
            return put;
          }};
}

}  // namespace token_calls
}  // namespace v0
}  // namespace ionoscloud::container_registry
