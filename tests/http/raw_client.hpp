// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <httplib.h>

#include <chrono>
#include <ionoscloud/container_registry/headers.hpp>
#include <ionoscloud/container_registry/testing/stub_server.hpp>
#include <ionoscloud/container_registry/transport.hpp>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>

/// A client that knows nothing of the library, for what the library itself wouldn't send.
class RawClient {
 public:
  using StubServer = ionoscloud::container_registry::testing::StubServer;

  /// An answer; its status is 0 when none came.
  struct Answer {
    int status = 0;
    httplib::Headers headers;
    std::string body;

    nlohmann::json json() const { return nlohmann::json::parse(body); }

    std::string header(const std::string& name) const {
      const auto line = headers.find(name);
      return line == headers.end() ? "" : line->second;
    }
  };

  explicit RawClient(const StubServer& stub, httplib::Headers headers = accepted())
      : client_(stub.url().substr(0, stub.url().rfind('/'))), headers_(std::move(headers)) {
    client_.set_url_encode(false);
    client_.set_keep_alive(true);
    client_.set_tcp_nodelay(true);
    client_.set_read_timeout(60);
  }

  static httplib::Headers accepted() { return {{"Authorization", "Bearer stub-token"}}; }

  void set_read_timeout(std::chrono::milliseconds timeout) { client_.set_read_timeout(timeout); }

  Answer send(const std::string& method, const std::string& target, const std::string& body = "",
              const std::string& content_type = "application/json") {
    httplib::Request request;
    request.method = method;
    request.path = target;
    request.headers = headers_;
    request.body = body;
    if (!body.empty()) request.set_header("Content-Type", content_type);
    const httplib::Result result = client_.send(request);
    if (!result) return {};
    return {result->status, result->headers, result->body};
  }

  Answer get(const std::string& target) { return send("GET", target); }

 private:
  httplib::Client client_;
  httplib::Headers headers_;
};

/// The path of the tokens of the stub's first registry.
inline std::string tokens_path() {
  return "/containerregistries/registries/" + RawClient::StubServer::registry().text() + "/tokens";
}

/// The body of a POST or PUT with that name alone.
inline std::string named(const std::string& name) {
  return R"({"properties":{"name":")" + name + R"("}})";
}
