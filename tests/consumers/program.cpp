// SPDX-License-Identifier: Apache-2.0
//
// A program as users write it: it needs the headers, the library, and exceptions that cross
// between.

#include <cstdio>
#include <string>

#include <ionoscloud/container_registry.hpp>

namespace cr = ionoscloud::container_registry;

namespace {

bool writes_json() {
  cr::PostTokenInput input;
  input.properties.name = "consumer";

  return cr::to_json_text(input).find("\"consumer\"") != std::string::npos;
}

// Nothing listens on port 1 of this machine.
bool names_what_failed() {
  cr::Configuration configuration;
  configuration.host = "http://127.0.0.1:1";
  configuration.token = "not-a-real-token";
  configuration.retry = cr::RetryPolicy::none();
  cr::TokensApi tokens{cr::ApiClient(configuration)};

  try {
    static_cast<void>(tokens.registries_tokens_find_by_id("registry", "token"));
  } catch (const cr::TransportException& exception) {
    return exception.kind() == cr::TransportError::connect &&
           exception.execution() == cr::Execution::none;
  }
  return false;
}

}  // namespace

int main() {
  if (!writes_json()) {
    std::puts("to_json_text doesn't write the name");
    return 1;
  }
  if (!names_what_failed()) {
    std::puts("a refused connection isn't a TransportException");
    return 1;
  }
  std::printf("version %s\n", std::string(cr::version()).c_str());
  return 0;
}
