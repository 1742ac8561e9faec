// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include <ionoscloud/container_registry/transport.hpp>

namespace ionoscloud::container_registry {
inline namespace v0 {

/// Responses each page of a list with what a function makes of its offset and limit. For one
/// thread.
class PagingTransport final : public HttpTransport {
 public:
  struct Asked {
    std::int64_t offset;
    std::int64_t limit;
    friend bool operator==(const Asked& lhs, const Asked& rhs) {
      return lhs.offset == rhs.offset && lhs.limit == rhs.limit;
    }
  };
  using Response = std::function<HttpResponse(const Asked&)>;

  HttpExchange exchange(const HttpRequest& request, const ExchangeOptions& options) override {
    deadlines.push_back(options.deadline);
    asked.push_back({number_behind(request.url, "offset="), number_behind(request.url, "limit=")});
    urls.push_back(request.url);
    HttpExchange exchange;
    exchange.progress = RequestProgress::response_begun;
    exchange.response = response(asked.back());
    return exchange;
  }

  Response response;
  std::vector<Asked> asked;
  std::vector<std::string> urls;
  std::vector<std::chrono::steady_clock::time_point> deadlines;

 private:
  static std::int64_t number_behind(const std::string& url, const std::string& name) {
    return std::stoll(url.substr(url.find(name) + name.size()));
  }
};

}  // namespace v0
}  // namespace ionoscloud::container_registry
