// SPDX-License-Identifier: Apache-2.0
//
// Deletes the tokens that are older than so many days. Without --delete it only shows them.

#include <charconv>
#include <chrono>
#include <cstdlib>
#include <iostream>
#include <string_view>
#include <system_error>

#include <ionoscloud/container_registry.hpp>

namespace cr = ionoscloud::container_registry;

/// Deletes a token, unless somebody has done so meanwhile.
std::string_view remove(const cr::TokensApi& tokens, const cr::RegistryId& registry,
                        const cr::TokenResponse& token) try {
  tokens.registries_tokens_delete(registry, token.id.value());
  return "deleted";
} catch (const cr::NotFoundException&) {
  return "gone already";
}

int main(int argc, char** argv) try {
  const char* registry = std::getenv("IONOS_REGISTRY_ID");
  const bool deletes = argc == 3 && argv[2] == std::string_view("--delete");
  const std::string_view age = argc == (deletes ? 3 : 2) ? argv[1] : "";
  int days = -1;
  const auto [end, error] = std::from_chars(age.data(), age.data() + age.size(), days);
  if (registry == nullptr || days < 0 || error != std::errc() || end != age.data() + age.size()) {
    std::cerr << "usage: IONOS_REGISTRY_ID=… revoke-old-tokens <days> [--delete]\n";
    return 2;
  }
  const cr::TokensApi tokens{cr::ApiClient(cr::Configuration::discover())};
  const cr::Timestamp limit = cr::Timestamp::now() - std::chrono::hours(24LL * days);

  // What was read may be deleted while the list is being read: no other token is missed by it.
  for (const cr::TokenResponse& token : tokens.registries_tokens_get_all(registry)) {
    if (token.metadata.created_date >= limit) continue;
    std::cout << token.properties.name << '\t' << token.metadata.created_date << '\t'
              << (deletes ? remove(tokens, registry, token) : "is old") << std::endl;
  }
} catch (const std::exception& error) {
  std::cerr << error.what() << '\n';  // Run again, it goes on where it ended.
  return 1;
}
