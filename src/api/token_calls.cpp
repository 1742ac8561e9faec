// SPDX-License-Identifier: Apache-2.0
#include "api/token_calls.hpp"

#include <string>
#include <utility>

#include "api/asked_id.hpp"
#include "api/asked_token.hpp"
#include "api/operations.hpp"
#include "base/ascii.hpp"
#include "runtime/call_failure.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

/// The service judges names; but an empty one is always a slip.
void check_name(const Operation& operation, const PostTokenProperties& properties) {
  if (properties.name.empty()) {
    throw_invalid_argument(operation, "input.properties.name", "must not be empty");
  }
}

/// An empty page that should not be empty is a member renamed or a service that doesn't page, and
/// must not pass for the end of the list.
void check_page(const Operation& operation, const CallResponse& response,
                const TokensResponse& page, bool is_end) {
  if (!page.items.empty() || (page.count <= 0 && is_end)) return;
  throw_decode_exception(operation, response, "$.items",
                         "is empty, although count is " + std::to_string(page.count) +
                             " and total is " + std::to_string(page.total));
}

CallRequest page_request(const RegistryId& registry_id, std::int64_t offset, std::int64_t limit) {
  const Operation& operation = operations::registries_tokens_get;
  if (offset < 0) throw_invalid_argument(operation, "offset", "must be 0 or more");
  if (limit < 1) throw_invalid_argument(operation, "limit", "must be 1 or more");
  const Query query = Query().add("offset", offset).add("limit", limit);
  return {make_target(operation, {registry_id.text()}) + query.text(), ""};
}

/// A created token without its password is of no use, and its absence must not go unnoticed.
void check_password(const Operation& operation, const CallResponse& response,
                    const PostTokenOutput& token) {
  const auto& credentials = token.properties.credentials;
  if (credentials && !ascii::trim(credentials->password.expose()).empty()) return;
  throw_decode_exception(operation, response, "$.properties.credentials.password",
                         "is blank, although the token was created");
}

}  // namespace

namespace token_calls {

ApiCall<Deletion> remove(const RegistryId& registry_id, const TokenId& token_id) {
  const Operation& operation = operations::registries_tokens_delete;
  return deletion(operation, make_target(operation, {registry_id.text(), token_id.text()}));
}

ApiCall<TokenResponse> find_by_id(const RegistryId& registry_id, const TokenId& token_id) {
  const Operation& operation = operations::registries_tokens_find_by_id;
  return call_for<TokenResponse>(
      operation, {make_target(operation, {registry_id.text(), token_id.text()}), ""},
      is_about(token_id));
}

ApiCall<TokensResponse> get(const RegistryId& registry_id, std::int64_t offset,
                            std::int64_t limit) {
  return page_for<TokensResponse>(operations::registries_tokens_get,
                                  page_request(registry_id, offset, limit), {},
                                  [offset](const Operation& operation, const CallResponse& response,
                                           const TokensResponse& page) {
                                    check_page(operation, response, page, page.total <= offset);
                                  });
}

ApiCall<TokensResponse> get_of_list(const RegistryId& registry_id, std::int64_t offset,
                                    std::int64_t limit, std::vector<TokenResponse> memory) {
  TokensResponse page;
  page.items = std::move(memory);
  return page_for(
      operations::registries_tokens_get, page_request(registry_id, offset, limit), std::move(page),
      [](const Operation& operation, const CallResponse& response, const TokensResponse& value) {
        check_page(operation, response, value, true);
      });
}

ApiCall<TokenResponse> patch(const RegistryId& registry_id, const TokenId& token_id,
                             const PatchTokenInput& patch) {
  const Operation& operation = operations::registries_tokens_patch;
  if (patch == PatchTokenInput{}) {
    throw_invalid_argument(operation, "patch",
                           "must set at least one of status, expiry_date and scopes");
  }
  return call_for<TokenResponse>(operation,
                                 {make_target(operation, {registry_id.text(), token_id.text()}),
                                  body_of(operation, "patch", patch)},
                                 is_about(token_id));
}

ApiCall<PostTokenOutput> post(const RegistryId& registry_id, const PostTokenInput& input) {
  const Operation& operation = operations::registries_tokens_post;
  check_name(operation, input.properties);
  return call_for<PostTokenOutput>(
      operation, {make_target(operation, {registry_id.text()}), body_of(operation, "input", input)},
      [name = input.properties.name](const Operation& create, const CallResponse& response,
                                     const PostTokenOutput& token) {
        check_name(create, response, token, name);
        check_has_id(create, response, token);
        check_password(create, response, token);
      });
}

ApiCall<PutTokenOutput> put(const RegistryId& registry_id, const TokenId& token_id,
                            const PutTokenInput& input) {
  const Operation& operation = operations::registries_tokens_put;
  check_name(operation, input.properties);
  return call_for<PutTokenOutput>(
      operation,
      {make_target(operation, {registry_id.text(), token_id.text()}),
       body_of(operation, "input", input)},
      [token_id, name = input.properties.name](const Operation& write, const CallResponse& response,
                                               PutTokenOutput& token) {
        check_id(write, response, token, token_id);
        check_name(write, response, token, name);
        token.http_status = response.http.status;
      });
}

}  // namespace token_calls
}  // namespace v0
}  // namespace ionoscloud::container_registry
