// SPDX-License-Identifier: Apache-2.0
#include "ionos-cr-tokens/token_text.hpp"

#include <cstddef>

#include "ionos-cr-tokens/terminal_text.hpp"

namespace cr = ionoscloud::container_registry;

namespace tool {

std::string id_text(const cr::TokenResponse& token) {
  return token.id ? printable(token.id->text()) : "-";
}

std::string status_text(const cr::TokenProperties& properties) {
  return properties.status ? printable(properties.status->text()) : "-";
}

std::string expiry_text(const cr::TokenProperties& properties) {
  return properties.expiry_date ? properties.expiry_date->to_string() : "never";
}

std::string scopes_text(const std::vector<cr::Scope>& scopes) {
  if (scopes.empty()) return "none";
  std::string text;
  for (const cr::Scope& scope : scopes) {
    text += (text.empty() ? "" : "; ") + scope.type.text() + " " + scope.name + ":";
    for (std::size_t i = 0; i < scope.actions.size(); ++i) {
      text += (i == 0 ? " " : ", ") + scope.actions[i].text();
    }
  }
  return printable(text);
}

}  // namespace tool
