// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <deque>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include <ionoscloud/container_registry/transport.hpp>

#include "support/responses.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {

/// A registry in memory that creates, lists, reads and deletes tokens, and does so in the way that
/// a test says for the next request of a kind. All of it happens at half past nine.
class SmallRegistry final : public HttpTransport {
 public:
  using Act = std::function<HttpExchange(SmallRegistry&, const HttpRequest&)>;

  static constexpr const char* date = "Sun, 01 Mar 2026 09:30:00 GMT";

  /// The next request of that kind, which is POST, LIST, GET or DELETE, goes like this; behind
  /// those that were told before.
  void next(const std::string& kind, Act act) { acts_[kind].push_back(std::move(act)); }

  /// All requests go as usual again.
  void forget_acts() { acts_.clear(); }

  HttpExchange exchange(const HttpRequest& request, const ExchangeOptions& options) override {
    const std::string kind = kind_of(request);
    Act act = &SmallRegistry::serve;
    {
      const std::lock_guard<std::mutex> lock(mutex_);
      kinds_ += (kinds_.empty() ? "" : " ") + kind;
      deadlines.push_back(options.deadline);
      if (kind == "POST") names.push_back(name_in(request));
      auto& acts = acts_[kind];
      if (!acts.empty()) {
        act = std::move(acts.front());
        acts.pop_front();
      }
    }
    return act(*this, request);
  }

  /// What it does unless it is told otherwise.
  HttpExchange serve(const HttpRequest& request) {
    const std::string kind = kind_of(request);
    if (kind == "POST") return create(name_in(request));
    if (kind == "LIST") return list(request);
    const std::string id = request.url.substr(request.url.rfind('/') + 1);
    for (auto token = tokens.begin(); token != tokens.end(); ++token) {
      if ((*token)["id"] != id) continue;
      if (kind == "GET") return respond(200, *token);
      tokens.erase(token);
      return respond(204, nullptr);
    }
    return respond(404, nullptr);
  }

  /// The kinds of the requests, in their order.
  std::string kinds() const {
    const std::lock_guard<std::mutex> lock(mutex_);
    return kinds_;
  }

  /// @{
  /// Acts. The response is lost, or the request is, or another response comes instead.
  static HttpExchange lose_response(SmallRegistry& self, const HttpRequest& request) {
    static_cast<void>(self.serve(request));
    return lose_request(self, request);
  }
  static HttpExchange lose_request(SmallRegistry&, const HttpRequest&) {
    HttpExchange exchange;
    exchange.error = TransportError::receive;
    exchange.error_message = "the connection broke";
    exchange.progress = RequestProgress::maybe_sent;
    return exchange;
  }
  static Act response(int status) {
    return [status](SmallRegistry&, const HttpRequest&) { return respond(status, nullptr); };
  }
  /// It is carried out, and its response is damaged by `damage`, which may end it.
  static Act damaged(std::function<void(HttpResponse&)> damage) {
    return [damage](SmallRegistry& self, const HttpRequest& request) {
      HttpExchange exchange = self.serve(request);
      damage(exchange.response);
      exchange.error = TransportError::receive;
      return exchange;
    };
  }
  /// @}

  static HttpExchange respond(int status, const nlohmann::json& body) {
    HttpExchange exchange;
    exchange.progress = RequestProgress::response_begun;
    exchange.response = {status, {{"Date", date}}, body.is_null() ? "" : body.dump()};
    return exchange;
  }

  static std::string name_in(const HttpRequest& request) {
    return nlohmann::json::parse(request.body)["properties"]["name"].get<std::string>();
  }

  /// What there is; passwords blank.
  std::vector<nlohmann::json> tokens;
  /// The names of all that were to be created.
  std::vector<std::string> names;
  std::vector<std::chrono::steady_clock::time_point> deadlines;

 private:
  static std::string kind_of(const HttpRequest& request) {
    if (request.method == HttpMethod::get && request.url.find('?') != std::string::npos) {
      return "LIST";
    }
    return to_string(request.method);
  }

  HttpExchange create(const std::string& name) {
    for (const auto& token : tokens) {
      if (token["properties"]["name"] == name) return respond(409, nullptr);
    }
    const std::string id = "id-" + std::to_string(++created_);
    tokens.push_back(token_json(id, name));
    return respond(201, token_json(id, name, "pass-word"));
  }

  HttpExchange list(const HttpRequest& request) const {
    const auto number = [&](const std::string& name) {
      return std::stoul(request.url.substr(request.url.find(name) + name.size()));
    };
    const std::size_t offset = number("offset=");
    const std::size_t limit = number("limit=");
    auto items = nlohmann::json::array();
    for (std::size_t i = offset; i < tokens.size() && i < offset + limit; ++i) {
      items.push_back(tokens[i]);
    }
    return respond(
        200, page_json(items, static_cast<std::int64_t>(offset), static_cast<std::int64_t>(limit),
                       static_cast<std::int64_t>(tokens.size())));
  }

  mutable std::mutex mutex_;
  std::map<std::string, std::deque<Act>> acts_;
  std::string kinds_;
  int created_ = 0;
};

}  // namespace v0
}  // namespace ionoscloud::container_registry
