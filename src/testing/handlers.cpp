// SPDX-License-Identifier: Apache-2.0
#include "testing/handlers.hpp"

#include <charconv>
#include <cstdint>
#include <limits>

#include "http/http_rules.hpp"
#include "testing/json.hpp"
#include "testing/rejection.hpp"
#include "testing/token_json.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace testing::stub {
namespace {

/// The properties of a registry that runs and is empty.
Json properties_json(const Registry& registry) {
  Json json;
  json["name"] = registry.name;
  json["location"] = "de/fra";
  json["hostname"] = registry.name + ".cr.de-fra.ionos.com";
  json["storageUsage"] = {{"bytes", 0}, {"updatedAt", nullptr}};
  // The service's default.
  json["features"]["vulnerabilityScanning"]["enabled"] = true;
  json["apiSubnetAllowList"] = Json::array();
  return json;
}

std::int32_t read_count(const RequestTarget& target, const char* name, std::int32_t otherwise) {
  const auto text = target.parameter(name);
  if (!text) return otherwise;
  constexpr std::uint32_t most = std::numeric_limits<std::int32_t>::max();
  std::uint32_t count = 0;
  const char* const end = text->data() + text->size();
  const auto read = std::from_chars(text->data(), end, count);
  if (read.ec != std::errc() || read.ptr != end || count > most) {
    throw Rejection(400, std::string(name) + " must be a number of 0 to " + std::to_string(most));
  }
  return static_cast<std::int32_t>(count);
}

/// The token that the path names.
TokenId id_in(const RoutedRequest& request) { return request.arguments.at(1); }

/// The response that shows a token's password.
HttpResponse created(const TokenResponse& token, const std::string& address) {
  // Like the service, which leaves `href` empty in responses to creates.
  HttpResponse response = json_response(201, token_json(token, "", Password::shown));
  response.headers.add("Location", address);
  return response;
}

}  // namespace

HttpResponse find_registry(const RoutedRequest& request) {
  const Registry& registry = request.registry();
  Json json;
  json["id"] = registry.id;
  json["type"] = "registry";
  json["href"] = request.address;
  json["metadata"] = metadata_json(registry.metadata);
  json["properties"] = properties_json(registry);
  return json_response(200, json);
}

HttpResponse list_tokens(const RoutedRequest& request) {
  const Tokens& tokens = request.registry().tokens;
  PageBounds bounds;
  bounds.offset = read_count(request.target, "offset", bounds.offset);
  bounds.limit = read_count(request.target, "limit", bounds.limit);
  return json_response(200, page_json(tokens, bounds, request.address));
}

HttpResponse create_token(const RoutedRequest& request) {
  Tokens& tokens = request.registry().tokens;
  const TokenResponse& token = tokens.create(read_whole_token(request.request.body));
  std::string address = request.address + "/";
  append_url_encoded(address, token.id->text());
  return created(token, address);
}

HttpResponse find_token(const RoutedRequest& request) {
  const TokenResponse& token = request.registry().tokens.at(id_in(request));
  return json_response(200, token_json(token, request.address, Password::blank));
}

HttpResponse patch_token(const RoutedRequest& request) {
  Tokens& tokens = request.registry().tokens;
  const TokenResponse& token = tokens.patch(id_in(request), read_patch(request.request.body));
  return json_response(200, token_json(token, request.address, Password::blank));
}

HttpResponse put_token(const RoutedRequest& request) {
  Tokens& tokens = request.registry().tokens;
  const auto [token, was_created] =
      tokens.put(id_in(request), read_whole_token(request.request.body));
  if (was_created) return created(token, request.address);
  return json_response(200, token_json(token, request.address, Password::blank));
}

HttpResponse remove_token(const RoutedRequest& request) {
  request.registry().tokens.remove(id_in(request));
  return {204, {}, {}};
}

}  // namespace testing::stub
}  // namespace v0
}  // namespace ionoscloud::container_registry
