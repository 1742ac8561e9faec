// SPDX-License-Identifier: Apache-2.0
#include "testing/stub_service.hpp"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <limits>
#include <string_view>
#include <utility>

#include <ionoscloud/container_registry/credentials.hpp>

#include "base/ascii.hpp"
#include "testing/refusal.hpp"
#include "testing/request_target.hpp"
#include "testing/token_json.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace testing::stub {
namespace {

HttpResponse json_answer(int status, std::string body) {
  return {status, {{"Content-Type", "application/json"}}, std::move(body)};
}

/// Whether the path is `/containerregistries/registries/{registryId}/tokens[/{tokenId}]`.
bool is_known(const std::vector<std::string>& segments) {
  return (segments.size() == 4 || segments.size() == 5) && segments[0] == "containerregistries" &&
         segments[1] == "registries" && segments[3] == "tokens" && !segments[2].empty() &&
         !segments.back().empty();
}

std::int32_t read_count(const RequestTarget& target, const char* name, std::int32_t otherwise) {
  const auto text = target.parameter(name);
  if (!text) return otherwise;
  constexpr std::uint32_t most = std::numeric_limits<std::int32_t>::max();
  std::uint32_t count = 0;
  const char* const end = text->data() + text->size();
  const auto read = std::from_chars(text->data(), end, count);
  if (read.ec != std::errc() || read.ptr != end || count > most) {
    throw Refusal(400, std::string(name) + " must be a number of 0 to " + std::to_string(most));
  }
  return static_cast<std::int32_t>(count);
}

void check_content_type(const Headers& headers) {
  const std::string_view type = headers.get("Content-Type").value_or("");
  if (!ascii::equal_ignoring_case(ascii::trim(type.substr(0, type.find(';'))),
                                  "application/json")) {
    throw Refusal(415, "the body must be application/json");
  }
}

}  // namespace

HttpResponse error_answer(int status, const std::string& message) {
  return json_answer(status, error_json(status, message));
}

/// A request for one of the operations.
struct StubService::Call {
  const ReceivedRequest& request;
  RequestTarget target;
  RegistryId registry;
  /// Empty where the path has none.
  TokenId token;
};

struct StubService::Operation {
  std::string_view method;
  bool on_one_token;
  bool has_body;
  HttpResponse (StubService::*run)(const Call&) const;
};

const std::vector<StubService::Operation>& StubService::operations() {
  static const std::vector<Operation> operations = {
      {"GET", false, false, &StubService::list}, {"POST", false, true, &StubService::create},
      {"GET", true, false, &StubService::find},  {"PATCH", true, true, &StubService::patch},
      {"PUT", true, true, &StubService::put},    {"DELETE", true, false, &StubService::remove},
  };
  return operations;
}

StubService::StubService(const StubServerOptions& options, std::string base_url, TokenStore& store)
    : base_url_(std::move(base_url)), store_(store) {
  if (!options.token.empty()) accepted_.push_back(bearer_authorization(options.token));
  if (!options.username.empty()) {
    accepted_.push_back(basic_authorization(options.username, options.password));
  }
}

HttpResponse StubService::answer(const ReceivedRequest& request) const {
  try {
    auto target = parse_target(request.target);
    if (!target) throw Refusal(400, "the path or the query is malformed");
    if (!is_known(target->segments)) {
      return json_answer(404, gateway_error_json("Not Found"));
    }
    check_credentials(request);
    const RegistryId registry = target->segments[2];
    const TokenId token = target->segments.size() == 5 ? target->segments[4] : "";
    return carry_out({request, std::move(*target), registry, token});
  } catch (const Refusal& refusal) {
    HttpResponse response = error_answer(refusal.status(), refusal.what());
    if (refusal.status() == 401) response.headers.add("WWW-Authenticate", "Bearer");
    return response;
  }
}

void StubService::check_credentials(const ReceivedRequest& request) const {
  if (std::find(accepted_.begin(), accepted_.end(), request.authorization) == accepted_.end()) {
    throw Refusal(401, "the credentials were not accepted");
  }
}

HttpResponse StubService::carry_out(const Call& call) const {
  std::string allowed;
  for (const Operation& operation : operations()) {
    if (operation.on_one_token == call.token.text().empty()) continue;
    allowed.append(allowed.empty() ? "" : ", ").append(operation.method);
    if (operation.method != call.request.method) continue;
    if (operation.has_body) check_content_type(call.request.headers);
    store_.require_registry(call.registry);
    return (this->*operation.run)(call);
  }
  HttpResponse response = error_answer(405, "this path doesn't have this method");
  response.headers.add("Allow", allowed);
  return response;
}

std::string StubService::href(const Call& call) const {
  return base_url_ + "/registries/" + encoded_segment(call.registry.text()) + "/tokens";
}

std::string StubService::href(const Call& call, const TokenResponse& token) const {
  return href(call) + "/" + encoded_segment(token.id->text());
}

HttpResponse StubService::list(const Call& call) const {
  PageBounds bounds;
  bounds.offset = read_count(call.target, "offset", bounds.offset);
  bounds.limit = read_count(call.target, "limit", bounds.limit);
  const TokenSlice slice = store_.slice(call.registry, static_cast<std::size_t>(bounds.offset),
                                        static_cast<std::size_t>(bounds.limit));
  return json_answer(200, page_json(slice, bounds, href(call)));
}

HttpResponse StubService::create(const Call& call) const {
  const TokenResponse token = store_.create(call.registry, read_whole_token(call.request.body));
  // Like the service, which leaves `href` blank in the answers that create.
  HttpResponse response = json_answer(201, token_json(token, "", Password::shown));
  response.headers.add("Location", href(call, token));
  return response;
}

HttpResponse StubService::find(const Call& call) const {
  const TokenResponse token = store_.find(call.registry, call.token);
  return json_answer(200, token_json(token, href(call, token), Password::blank));
}

HttpResponse StubService::patch(const Call& call) const {
  const TokenResponse token =
      store_.patch(call.registry, call.token, read_patch(call.request.body));
  return json_answer(200, token_json(token, href(call, token), Password::blank));
}

HttpResponse StubService::put(const Call& call) const {
  const auto [token, created] =
      store_.put(call.registry, call.token, read_whole_token(call.request.body));
  const std::string address = href(call, token);
  if (!created) return json_answer(200, token_json(token, address, Password::blank));
  HttpResponse response = json_answer(201, token_json(token, "", Password::shown));
  response.headers.add("Location", address);
  return response;
}

HttpResponse StubService::remove(const Call& call) const {
  store_.remove(call.registry, call.token);
  return {204, {}, {}};
}

}  // namespace testing::stub
}  // namespace v0
}  // namespace ionoscloud::container_registry
