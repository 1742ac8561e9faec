// SPDX-License-Identifier: Apache-2.0
#include "support/api_operations.hpp"

#include <cstddef>
#include <iterator>
#include <stdexcept>
#include <utility>

#include <nlohmann/json.hpp>

#include <ionoscloud/container_registry/async.hpp>
#include <ionoscloud/container_registry/registries_api.hpp>
#include <ionoscloud/container_registry/tokens_api.hpp>

#include "support/responses.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

using Json = nlohmann::json;

const std::string registry = "4b8d2f0e-6c1a-4f3b-9a57-0d2c8e1f7a60";
const std::string token = "9f3c1d52-7e84-4a0b-b6d9-5c2f10e8d713";

PatchTokenInput disabling() {
  PatchTokenInput patch;
  patch.status = TokenStatus::disabled;
  return patch;
}

template <class Input>
Input named() {
  Input input;
  input.properties.name = "ci-pull";
  return input;
}

HttpResponse json_response(int status, const Json& body) {
  return {status, {{"Content-Type", "application/json"}}, body.dump()};
}

HttpResponse nothing(const PathArguments&, const std::string&) { return {204, {}, {}}; }

HttpResponse registry_response(const PathArguments& path, const std::string&) {
  return json_response(200, registry_json(path.at(0), "registry-1"));
}

HttpResponse token_response(const PathArguments& path, const std::string&) {
  return json_response(200, token_json(path.at(1), "ci-pull"));
}

HttpResponse page_of_tokens(const PathArguments&, const std::string&) {
  return json_response(200, page_json(Json::array({token_json(token, "ci-pull")}), 0, 100, 1));
}

/// A token of the name that was asked for, with the only password.
HttpResponse created_token(const std::string& id, const std::string& body) {
  const std::string name = Json::parse(body).at("properties").at("name");
  return json_response(201, token_json(id, name, "hunter2-password"));
}

HttpResponse posted_token(const PathArguments&, const std::string& body) {
  return created_token(token, body);
}

HttpResponse put_token(const PathArguments& path, const std::string& body) {
  return created_token(path.at(1), body);
}

template <class T>
HttpInfo http_of(const ApiResponse<T>& response) {
  return response.http;
}

template <class T>
HttpInfo http_of(Pending<T> pending) {
  return pending.get_with_http_info().http;
}

/// Calls `method` with the arguments of the path, then with `others`, then with the options.
template <std::size_t... Each, class Api, class Result, class... Parameters, class... Others>
ApiOperation::Call call_of(std::index_sequence<Each...>, Result (Api::*method)(Parameters...) const,
                           const Others&... others) {
  return [=](const ApiClient& client, const PathArguments& path, const CallOptions& options) {
    return http_of((Api(client).*method)(path.at(Each)..., others..., options));
  };
}

template <std::size_t Count, class Method, class AsyncMethod, class... Others>
ApiOperation operation(const char* name, const std::string (&path)[Count],
                       ApiOperation::Response response, Method method, AsyncMethod async_method,
                       const Others&... others) {
  const std::make_index_sequence<Count> each;
  return {name, PathArguments(std::begin(path), std::end(path)), response,
          call_of(each, method, others...), call_of(each, async_method, others...)};
}

}  // namespace

const std::vector<ApiOperation>& api_operations() {
  static const std::vector<ApiOperation> all = {
      operation("registries_find_by_id", {registry}, registry_response,
                &RegistriesApi::registries_find_by_id_with_http_info,
                &AsyncRegistriesApi::registries_find_by_id),
      operation("registries_tokens_delete", {registry, token}, nothing,
                &TokensApi::registries_tokens_delete_with_http_info,
                &AsyncTokensApi::registries_tokens_delete),
      operation("registries_tokens_find_by_id", {registry, token}, token_response,
                &TokensApi::registries_tokens_find_by_id_with_http_info,
                &AsyncTokensApi::registries_tokens_find_by_id),
      operation("registries_tokens_get", {registry}, page_of_tokens,
                &TokensApi::registries_tokens_get_with_http_info,
                &AsyncTokensApi::registries_tokens_get, 0, 100),
      operation("registries_tokens_patch", {registry, token}, token_response,
                &TokensApi::registries_tokens_patch_with_http_info,
                &AsyncTokensApi::registries_tokens_patch, disabling()),
      operation("registries_tokens_post", {registry}, posted_token,
                &TokensApi::registries_tokens_post_with_http_info,
                &AsyncTokensApi::registries_tokens_post, named<PostTokenInput>()),
      operation("registries_tokens_put", {registry, token}, put_token,
                &TokensApi::registries_tokens_put_with_http_info,
                &AsyncTokensApi::registries_tokens_put, named<PutTokenInput>()),
  };
  return all;
}

const ApiOperation& api_operation(std::string_view name) {
  for (const ApiOperation& operation : api_operations()) {
    if (operation.name == name) return operation;
  }
  throw std::out_of_range("the tests have no operation " + std::string(name));
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
