// SPDX-License-Identifier: Apache-2.0
#include "faults/tested_operations.hpp"

#include <atomic>
#include <chrono>
#include <iterator>
#include <memory>
#include <regex>
#include <utility>

#include "api/operations.hpp"
#include "support/api_operations.hpp"
#include "support/responses.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

/// A row of the operation table, to be recognized in requests.
struct KnownOperation {
  const Operation& row;
  const ApiOperation& operation;
  std::regex path;
};

const std::vector<KnownOperation>& known_operations() {
  static const std::vector<KnownOperation> all = [] {
    std::vector<KnownOperation> made;
    for (const Operation* row : operations::all) {
      const std::string path =
          std::regex_replace(std::string(row->path), std::regex("\\{\\w+\\}"), "([^/]+)");
      made.push_back({*row, api_operation(row->name), std::regex(path)});
    }
    return made;
  }();
  return all;
}

std::vector<TestedOperation> made_of(const KnownOperation& known) {
  const auto with = [&known](const ApiOperation::Call& call) {
    return [&known, &call](const Tokens& tokens, const CallOptions& options) {
      call(tokens.client, known.operation.path, options);
    };
  };
  const ApiOperation& operation = known.operation;
  return {
      {operation.name, known.row.method, known.row.safety, with(operation.call)},
      {"async_" + operation.name, known.row.method, known.row.safety, with(operation.async_call)}};
}

bool ends_with(std::string_view text, std::string_view end) {
  return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

}  // namespace

const std::vector<TestedOperation>& tested_operations() {
  static const std::vector<TestedOperation> all = [] {
    std::vector<TestedOperation> made;
    for (const KnownOperation& known : known_operations()) {
      for (TestedOperation& operation : made_of(known)) made.push_back(std::move(operation));
    }
    return made;
  }();
  return all;
}

const std::vector<TestedOperation>& find_and_post() {
  static const std::vector<TestedOperation> some = [] {
    std::vector<TestedOperation> chosen;
    for (const TestedOperation& operation : tested_operations()) {
      const bool finds = ends_with(operation.name, "registries_tokens_find_by_id");
      const bool posts = ends_with(operation.name, "registries_tokens_post");
      if (finds || posts) chosen.push_back(operation);
    }
    return chosen;
  }();
  return some;
}

std::string created_token(const std::string& name) {
  const std::string& id = api_operation("registries_tokens_put").path.at(1);
  return token_json(id, name, "hunter2-password").dump();
}

std::string healthy_response(const std::string& request) {
  // A request line, whose target is a URL on the way through a proxy.
  static const std::regex line(R"(^(\w+) \S*?/containerregistries([^ ?]*))");
  std::smatch sent;
  if (!std::regex_search(request, sent, line)) return raw_response(400, "");
  const std::string path = sent[2];
  for (const KnownOperation& known : known_operations()) {
    std::smatch arguments;
    if (sent[1] != to_string(known.row.method)) continue;
    if (!std::regex_match(path, arguments, known.path)) continue;
    const HttpResponse response = known.operation.response(
        PathArguments(std::next(arguments.begin()), arguments.end()), body_of(request));
    if (response.status == 204) return "HTTP/1.1 204 No Content\r\n\r\n";
    return raw_response(response.status, response.body);
  }
  return raw_response(404, "");
}

void serve(RawConnection& client) {
  while (const auto request = client.read_request()) client.send(healthy_response(*request));
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
