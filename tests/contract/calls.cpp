// SPDX-License-Identifier: Apache-2.0
//
// Calls through the library, for a judge between it and a server:
//
//   contract-calls stub   a stub server; its address is printed, and it lives as long as its input
//   contract-calls mock   reads the address of a mock server, then lines of an operation, the
//   status
//                         that is wanted, and what the header Prefer says to the mock
//   contract-calls tour   a stub server; reads the address that leads to it, then lines of an
//                         operation, an error's status and its media type; makes these and the tour
#include "calls.hpp"

#include <functional>
#include <iostream>
#include <map>
#include <sstream>
#include <string_view>
#include <utility>

namespace contract_calls {
namespace {

const cr::RegistryId registry = cr::testing::StubServer::registry();
const cr::TokenId token_id = "9f3c1d52-7e84-4a0b-b6d9-5c2f10e8d713";

cr::PatchTokenInput disabling() {
  cr::PatchTokenInput patch;
  patch.status = cr::TokenStatus::disabled;
  return patch;
}

using Call = std::function<cr::HttpInfo(const cr::TokensApi&, const cr::CallOptions&)>;

const std::map<std::string, Call>& operations() {
  static const std::map<std::string, Call> all = {
      {"registries_tokens_delete",
       [](const auto& tokens, const auto& options) {
         return tokens.registries_tokens_delete_with_http_info(registry, token_id, options).http;
       }},
      {"registries_tokens_find_by_id",
       [](const auto& tokens, const auto& options) {
         return tokens.registries_tokens_find_by_id_with_http_info(registry, token_id, options)
             .http;
       }},
      {"registries_tokens_get",
       [](const auto& tokens, const auto& options) {
         return tokens.registries_tokens_get_with_http_info(registry, 0, 100, options).http;
       }},
      {"registries_tokens_patch",
       [](const auto& tokens, const auto& options) {
         return tokens
             .registries_tokens_patch_with_http_info(registry, token_id, disabling(), options)
             .http;
       }},
      {"registries_tokens_post",
       [](const auto& tokens, const auto& options) {
         return tokens.registries_tokens_post_with_http_info(registry, {named("ci-pull")}, options)
             .http;
       }},
      {"registries_tokens_put",
       [](const auto& tokens, const auto& options) {
         return tokens
             .registries_tokens_put_with_http_info(registry, token_id, {named("ci-pull")}, options)
             .http;
       }},
  };
  return all;
}

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
  const cr::TokensApi tokens = tokens_at(read_address(), "any");
  Verdict verdict;
  for_each_line([&](const std::string& operation, int status, const std::string& preference) {
    cr::CallOptions options;
    options.headers.add("Prefer", preference);
    verdict.expect(status, operation + ", " + preference,
                   [&] { return call(tokens, operation, options); });
  });
  return verdict.differences();
}

int tour() {
  cr::testing::StubServer stub;
  std::cout << stub.url() << std::endl;
  const std::string url = read_address();
  const cr::TokensApi tokens = tokens_at(url, cr::testing::StubServerOptions().token);
  Verdict verdict;
  for_each_line([&](const std::string& operation, int status, const std::string& media_type) {
    if (media_type == "application/json") {
      stub.fail_next(1, status);
    } else {
      stub.fail_next(1, status, {{"Content-Type", media_type}}, "<html>a gateway's page</html>");
    }
    verdict.expect(status, operation + " with an answer that is told to the stub",
                   [&] { return call(tokens, operation, {}); });
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

cr::TokensApi tokens_at(const std::string& url, const cr::Secret& token) {
  cr::Configuration configuration;
  configuration.host = url;
  configuration.token = token;
  configuration.retry = cr::RetryPolicy::none();
  return cr::TokensApi(cr::ApiClient(configuration));
}

int call(const cr::TokensApi& tokens, const std::string& operation,
         const cr::CallOptions& options) {
  return operations().at(operation)(tokens, options).status;
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
