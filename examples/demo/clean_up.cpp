// SPDX-License-Identifier: Apache-2.0
#include "demo/clean_up.hpp"

#include <exception>
#include <iostream>
#include <utility>

namespace cr = ionoscloud::container_registry;

namespace demo {

CleanUp::CleanUp(cr::TokensApi tokens, cr::RegistryId registry_id)
    : tokens_(std::move(tokens)), registry_id_(std::move(registry_id)) {}

CleanUp::~CleanUp() {
  if (names_.empty()) return;
  try {
    for (const cr::TokenResponse& token : find_tokens()) remove(token);
  } catch (const std::exception& error) {
    std::cerr << "demo: can't look for what is left: " << error.what() << "; delete, if there:";
    for (const std::string& name : names_) std::cerr << ' ' << name;
    std::cerr << '\n';
  }
}

/// Reads the list to its end: deleting meanwhile would move the pages.
std::vector<cr::TokenResponse> CleanUp::find_tokens() const {
  std::vector<cr::TokenResponse> found;
  for (const cr::TokenResponse& token : tokens_.registries_tokens_get_all(registry_id_)) {
    if (names_.count(token.properties.name) > 0) found.push_back(token);
  }
  return found;
}

void CleanUp::remove(const cr::TokenResponse& token) const {
  const std::string& name = token.properties.name;
  try {
    tokens_.registries_tokens_delete(registry_id_, token.id.value());
    std::cerr << "demo: cleaned up " << name << '\n';
  } catch (const std::exception& error) {
    std::cerr << "demo: can't clean up " << name << ": " << error.what() << '\n';
  }
}

}  // namespace demo
