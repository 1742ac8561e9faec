// SPDX-License-Identifier: Apache-2.0
//
// Calls through the library, for a judge between it and a server:
//
//   contract-calls stub   a stub server; its address is printed, and it lives as long as its input
//   contract-calls mock   reads the address of a mock server, then lines of an operation, the
//                         status that is wanted, and what the header Prefer says to the mock
//   contract-calls tour   a stub server; reads the address that leads to it, then lines of an
//                         operation, an error's status and its media type; makes these and the tour
#include "calls.hpp"

#include <iostream>
#include <sstream>
#include <string_view>

#include "support/api_operations.hpp"

namespace contract_calls {
namespace {

/// Lines of an operation, a status and a word or none.
template <class Each>
void for_each_line(Each each) {
  for (std::string line; std::getline(std::cin, line);) {
    std::istringstream parts(line);
    std::string operation;
    int status = 0;
    parts >> operation >> status >> std::ws;
    std::string rest;
    std::getline(parts, rest);
    each(operation, status, rest);
  }
}

std::string read_address() {
  std::string address;
  std::getline(std::cin, address);
  return address;
}

void serve() {
  const cr::testing::StubServer stub;
  std::cout << stub.url() << std::endl;
  while (std::cin.get() != std::char_traits<char>::eof()) {
  }
}

int ask_mock() {
  const cr::ApiClient client = client_at(read_address(), "any");
  Verdict verdict;
  for_each_line([&](const std::string& operation, int status, const std::string& preference) {
    cr::CallOptions options;
    options.headers.add("Prefer", preference);
    verdict.expect(status, operation + ", " + preference,
                   [&] { return call(client, operation, options); });
  });
  return verdict.differences();
}

int tour() {
  cr::testing::StubServer stub;
  std::cout << stub.url() << std::endl;
  const std::string url = read_address();
  const cr::ApiClient client = client_at(url, cr::testing::StubServerOptions().token);
  Verdict verdict;
  for_each_line([&](const std::string& operation, int status, const std::string& media_type) {
    if (media_type == "application/json") {
      stub.fail_next(1, status);
    } else {
      stub.fail_next(1, status, {{"Content-Type", media_type}}, "<html>a gateway's page</html>");
    }
    verdict.expect(status, operation + " with a response that is told to the stub",
                   [&] { return call(client, operation, {}); });
  });
  make_tour(verdict, url);
  return verdict.differences();
}

}  // namespace

cr::PostTokenProperties named(const std::string& name) {
  cr::PostTokenProperties properties;
  properties.name = name;
  return properties;
}

cr::ApiClient client_at(const std::string& url, const cr::Secret& token) {
  cr::Configuration configuration;
  configuration.host = url;
  configuration.token = token;
  configuration.retry = cr::RetryPolicy::none();
  return cr::ApiClient(configuration);
}

int call(const cr::ApiClient& client, const std::string& name, const cr::CallOptions& options) {
  const cr::ApiOperation& operation = cr::api_operation(name);
  return operation.call(client, operation.path, options).status;
}

void Verdict::compare(int wanted, int got, const std::string& what) {
  if (got != wanted) {
    complain(what + ": " + std::to_string(got) + " instead of " + std::to_string(wanted));
  }
}

void Verdict::complain(const std::string& what) {
  ++differences_;
  std::cerr << "differs: " << what << '\n';
}

}  // namespace contract_calls

int main(int argc, char** argv) {
  const std::string_view mode = argc == 2 ? argv[1] : "";
  if (mode == "stub") {
    contract_calls::serve();
    return 0;
  }
  if (mode == "mock") return contract_calls::ask_mock() == 0 ? 0 : 1;
  if (mode == "tour") return contract_calls::tour() == 0 ? 0 : 1;
  std::cerr << "usage: contract-calls stub|mock|tour\n";
  return 2;
}
