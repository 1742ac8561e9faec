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

PatchTokenInput patch() {
  PatchTokenInput patch;
  patch.status = TokenStatus::disabled;
  return patch;
}

PostTokenInput post() {
  PostTokenInput input;
  input.properties.name = "ci-pull";
  return input;
}

PutTokenInput put() {
  PutTokenInput input;
  input.properties.name = "ci-pull";
  return input;
}

/// `call` on the form of the API that waits, and on the one that doesn't.
template <class Call>
void add(std::vector<TestedOperation>& all, const std::string& name, HttpMethod method, Call call) {
  all.push_back({name, method, [call](const Tokens& tokens, const CallOptions& options) {
                   call(tokens.waiting, options);
                 }});
  all.push_back({"async_" + name, method, [call](const Tokens& tokens, const CallOptions& options) {
                   static_cast<void>(call(tokens.async, options).get());
                 }});
}

bool begins_with(std::string_view text, std::string_view start) {
  return text.substr(0, start.size()) == start;
}

}  // namespace

const std::vector<TestedOperation>& tested_operations() {
  static const std::vector<TestedOperation> all = [] {
    std::vector<TestedOperation> made;
    add(made, "delete", HttpMethod::del, [](const auto& tokens, const CallOptions& options) {
      return tokens.registries_tokens_delete("reg", "tok", options);
    });
    add(made, "find_by_id", HttpMethod::get, [](const auto& tokens, const CallOptions& options) {
      return tokens.registries_tokens_find_by_id("reg", "tok", options);
    });
    add(made, "get", HttpMethod::get, [](const auto& tokens, const CallOptions& options) {
      return tokens.registries_tokens_get("reg", 0, 100, options);
    });
    add(made, "patch", HttpMethod::patch, [](const auto& tokens, const CallOptions& options) {
      return tokens.registries_tokens_patch("reg", "tok", patch(), options);
    });
    add(made, "post", HttpMethod::post, [](const auto& tokens, const CallOptions& options) {
      return tokens.registries_tokens_post("reg", post(), options);
    });
    add(made, "put", HttpMethod::put, [](const auto& tokens, const CallOptions& options) {
      return tokens.registries_tokens_put("reg", "tok", put(), options);
    });
    return made;
  }();
  return all;
}

const std::vector<TestedOperation>& find_and_post() {
  static const std::vector<TestedOperation> some = [] {
    std::vector<TestedOperation> chosen;
    for (const TestedOperation& operation : tested_operations()) {
      const bool finds = operation.name.find("find") != std::string::npos;
      const bool posts = operation.name.find("post") != std::string::npos;
      if (finds || posts) chosen.push_back(operation);
    }
    return chosen;
  }();
  return some;
}

std::string created_token(const std::string& name) {
  return token_json("tok", name, "hunter2-password").dump();
}

std::string healthy_answer(const std::string& request) {
  if (begins_with(request, "DELETE")) return "HTTP/1.1 204 No Content\r\n\r\n";
  if (begins_with(request, "POST") || begins_with(request, "PUT")) {
    const auto asked = nlohmann::json::parse(body_of(request));
    return answer(201, created_token(asked.at("properties").at("name").get<std::string>()));
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
  // What fails for good is to do so at once.
  configuration.retry.max_attempts = 3;
  configuration.retry.base_delay = std::chrono::milliseconds(0);
  return configuration;
}

Tokens tokens_at(const std::string& url) { return Tokens(configuration_for(url)); }

}  // namespace v0
}  // namespace ionoscloud::container_registry
