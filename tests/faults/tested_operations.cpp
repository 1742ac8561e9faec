// SPDX-License-Identifier: Apache-2.0
#include "faults/tested_operations.hpp"

#include <atomic>
#include <chrono>
#include <memory>
#include <utility>

#include "support/answers.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

TestedOperation deletion() {
  return {"delete", HttpMethod::del, [](const TokensApi& tokens, const CallOptions& options) {
            tokens.registries_tokens_delete("reg", "tok", options);
          }};
}

TestedOperation find() {
  return {"find_by_id", HttpMethod::get, [](const TokensApi& tokens, const CallOptions& options) {
            static_cast<void>(tokens.registries_tokens_find_by_id("reg", "tok", options));
          }};
}

TestedOperation list() {
  return {"get", HttpMethod::get, [](const TokensApi& tokens, const CallOptions& options) {
            static_cast<void>(tokens.registries_tokens_get("reg", 0, 100, options));
          }};
}

TestedOperation patch() {
  return {"patch", HttpMethod::patch, [](const TokensApi& tokens, const CallOptions& options) {
            PatchTokenInput patch;
            patch.status = TokenStatus::disabled;
            tokens.registries_tokens_patch("reg", "tok", patch, options);
          }};
}

TestedOperation post() {
  return {"post", HttpMethod::post, [](const TokensApi& tokens, const CallOptions& options) {
            PostTokenInput input;
            input.properties.name = "ci-pull";
            static_cast<void>(tokens.registries_tokens_post("reg", input, options));
          }};
}

TestedOperation put() {
  return {"put", HttpMethod::put, [](const TokensApi& tokens, const CallOptions& options) {
            PutTokenInput input;
            input.properties.name = "ci-pull";
            static_cast<void>(tokens.registries_tokens_put("reg", "tok", input, options));
          }};
}

bool begins_with(std::string_view text, std::string_view start) {
  return text.substr(0, start.size()) == start;
}

}  // namespace

const std::vector<TestedOperation>& tested_operations() {
  static const std::vector<TestedOperation> all{deletion(), find(), list(), patch(), post(), put()};
  return all;
}

const std::vector<TestedOperation>& find_and_post() {
  static const std::vector<TestedOperation> both{find(), post()};
  return both;
}

std::string created_token() { return token_json("tok", "ci-pull", "hunter2-password").dump(); }

std::string healthy_answer(const std::string& request) {
  if (begins_with(request, "DELETE")) return "HTTP/1.1 204 No Content\r\n\r\n";
  if (begins_with(request, "POST") || begins_with(request, "PUT")) {
    return answer(201, created_token());
  }
  const auto token = token_json("tok", "ci-pull");
  const bool is_list = request.find("/tokens?") != std::string::npos;
  return answer(
      200, is_list ? page_json(nlohmann::json::array({token}), 0, 100, 1).dump() : token.dump());
}

void serve(RawConnection& client) {
  while (const auto request = client.read_request()) client.send(healthy_answer(*request));
}

RawServer::Script once(RawServer::Script fault) {
  const auto before = std::make_shared<std::atomic<int>>(0);
  return [before, fault = std::move(fault)](RawConnection& client) {
    before->fetch_add(1) == 0 ? fault(client) : serve(client);
  };
}

Configuration configuration_for(const std::string& url) {
  Configuration configuration;
  configuration.host = url;
  configuration.token = "hunter2-token";
  configuration.retry.base_delay = std::chrono::milliseconds(0);
  configuration.retry.throttled_base_delay = std::chrono::milliseconds(0);
  return configuration;
}

TokensApi tokens_at(const std::string& url) { return TokensApi(ApiClient(configuration_for(url))); }

}  // namespace v0
}  // namespace ionoscloud::container_registry
