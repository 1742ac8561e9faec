// SPDX-License-Identifier: Apache-2.0
#include "testing/stub_service.hpp"

#include <algorithm>
#include <mutex>
#include <string_view>
#include <utility>

#include <ionoscloud/container_registry/credentials.hpp>

#include "base/ascii.hpp"
#include "http/http_rules.hpp"
#include "testing/json.hpp"
#include "testing/rejection.hpp"
#include "testing/request_target.hpp"
#include "testing/routes.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace testing::stub {
namespace {

/// The path of the base URL.
constexpr std::string_view base_path = "containerregistries";

/// The response of the gateway in front of the service to an unknown path.
HttpResponse no_such_path() { return json_response(404, {{"msg", "Not Found"}}); }

HttpResponse no_such_method(const std::string& allowed) {
  HttpResponse response = error_response(405, "this path doesn't have this method");
  response.headers.add("Allow", allowed);
  return response;
}

/// Rejects a body that isn't declared as JSON.
void check_content_type(const ReceivedRequest& request) {
  if (request.method == "GET" || request.method == "DELETE") return;
  const std::string_view type = request.headers.get("Content-Type").value_or("");
  if (!ascii::equal_ignoring_case(ascii::trim(type.substr(0, type.find(';'))),
                                  "application/json")) {
    throw Rejection(415, "the body must be application/json");
  }
}

}  // namespace

StubService::StubService(const StubServerOptions& options, std::string base_url, Store& store)
    : base_url_(std::move(base_url)), store_(store) {
  if (!options.token.empty()) accepted_.push_back(bearer_authorization(options.token));
  if (!options.username.empty()) {
    accepted_.push_back(basic_authorization(options.username, options.password));
  }
}

HttpResponse StubService::respond(const ReceivedRequest& request) const {
  try {
    return carry_out(request);
  } catch (const Rejection& rejection) {
    HttpResponse response = error_response(rejection.status(), rejection.what());
    if (rejection.status() == 401) response.headers.add("WWW-Authenticate", "Bearer");
    return response;
  }
}

void StubService::check_credentials(const ReceivedRequest& request) const {
  if (std::find(accepted_.begin(), accepted_.end(), request.authorization) == accepted_.end()) {
    throw Rejection(401, "the credentials were not accepted");
  }
}

HttpResponse StubService::carry_out(const ReceivedRequest& request) const {
  auto target = parse_target(request.target);
  if (!target) throw Rejection(400, "the path or the query is malformed");
  std::vector<std::string>& segments = target->segments;
  if (segments.front() != base_path) return no_such_path();
  segments.erase(segments.begin());

  const Destination destination = find_route(request.method, segments);
  if (destination.allowed.empty()) return no_such_path();
  check_credentials(request);
  if (destination.route == nullptr) return no_such_method(destination.allowed);
  check_content_type(request);

  std::string address = base_url_;
  for (const std::string& segment : segments) append_url_encoded(address += '/', segment);
  const std::lock_guard lock(store_.mutex);
  return destination.route->handle({request, *target, destination.arguments, address, store_});
}

}  // namespace testing::stub
}  // namespace v0
}  // namespace ionoscloud::container_registry
