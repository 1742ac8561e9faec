// SPDX-License-Identifier: Apache-2.0
#include "command_line/token_text.hpp"

#include <algorithm>
#include <cstddef>

namespace cr = ionoscloud::container_registry;

namespace examples {

std::string printable(std::string_view text) {
  std::string shown(text);
  for (std::size_t i = 0; i < shown.size(); ++i) {
    const auto byte = static_cast<unsigned char>(shown[i]);
    // U+0080 to U+009F, which some terminals obey, are C2 80 to C2 9F in UTF-8.
    const bool second_half = i > 0 && text[i - 1] == '\xC2' && byte >= 0x80 && byte < 0xA0;
    if (second_half) shown[i - 1] = '?';
    if (second_half || byte < 0x20 || byte == 0x7F) shown[i] = '?';
  }
  return shown;
}

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

std::string table(const std::vector<std::vector<std::string>>& rows) {
  std::vector<std::size_t> widths;
  for (const auto& row : rows) {
    widths.resize(std::max(widths.size(), row.size()));
    for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], row[i].size());
  }

  std::string text;
  for (const auto& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      text += row[i];
      if (i + 1 < row.size()) text.append(widths[i] - row[i].size() + 2, ' ');
    }
    text += '\n';
  }
  return text;
}

}  // namespace examples
