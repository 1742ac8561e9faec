// SPDX-License-Identifier: Apache-2.0
//
// Lists the tokens of a registry: id, name, status, when it expires, and what it may do.

#include <cstdlib>
#include <iostream>

#include <ionoscloud/container_registry.hpp>

namespace cr = ionoscloud::container_registry;

int main() try {
  const char* registry = std::getenv("IONOS_REGISTRY_ID");
  if (registry == nullptr) {
    std::cerr << "usage: IONOS_REGISTRY_ID=… list-tokens\n";
    return 2;
  }
  const cr::TokensApi tokens{cr::ApiClient(cr::Configuration::discover())};

  for (const cr::TokenResponse& token : tokens.registries_tokens_get_all(registry)) {
    const cr::TokenProperties& properties = token.properties;
    std::cout << token.id.value().text() << '\t' << properties.name << '\t'
              << (properties.status ? properties.status->text() : "-") << '\t'
              << (properties.expiry_date ? properties.expiry_date->to_string() : "never");
    for (const cr::Scope& scope : properties.scopes) {
      std::cout << '\t' << scope.name << ':';
      for (const cr::ScopeAction& action : scope.actions) std::cout << ' ' << action.text();
    }
    std::cout << '\n';
  }
  return std::cout.flush() ? 0 : 1;
} catch (const std::exception& error) {
  std::cerr << error.what() << '\n';
  return 1;
}
