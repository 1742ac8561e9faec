// SPDX-License-Identifier: Apache-2.0
#include "command_line/token_output.hpp"

#include <optional>
#include <string>

#include <nlohmann/json.hpp>

#include <ionoscloud/container_registry/nlohmann.hpp>

#include "command_line/standard_output.hpp"
#include "command_line/token_text.hpp"

namespace cr = ionoscloud::container_registry;

namespace examples {
namespace {

using Json = nlohmann::ordered_json;

void print_json(const Json& json) { print(json.dump(2) + "\n"); }

Json json_of(const cr::TokenResponse& token, cr::SecretText password) {
  if (password == cr::SecretText::redacted) return token;
  return Json::parse(cr::to_json_text(token, password));
}

std::string moment_text(const cr::Timestamp& moment, const std::string& by) {
  return moment.to_string() + " by " + printable(by);
}

std::string lines_of(const cr::TokenResponse& token, cr::SecretText password) {
  const cr::TokenProperties& properties = token.properties;
  const cr::ApiResourceMetadata& metadata = token.metadata;
  std::vector<std::vector<std::string>> rows = {
      {"id", id_text(token)},
      {"name", printable(properties.name)},
      {"status", status_text(properties)},
      {"expires", expiry_text(properties)},
      {"scopes", scopes_text(properties.scopes)},
      {"created", moment_text(metadata.created_date, metadata.created_by)},
  };
  if (metadata.last_modified_date) {
    rows.push_back({"changed", moment_text(*metadata.last_modified_date,
                                           metadata.last_modified_by.value_or("-"))});
  }
  if (password == cr::SecretText::exposed && properties.credentials) {
    rows.push_back({"password", std::string(properties.credentials->password.expose())});
  }
  return table(rows);
}

}  // namespace

void print_token(const Arguments& arguments, const cr::TokenResponse& token,
                 cr::SecretText password) {
  if (arguments.has(json)) return print_json(json_of(token, password));
  print(lines_of(token, password));
}

void print_put_token(const Arguments& arguments, const cr::PutTokenOutput& token,
                     cr::SecretText password) {
  if (arguments.has(json)) {
    return print_json({{"created", token.created()}, {"token", json_of(token, password)}});
  }
  print((token.created() ? "created\n" : "replaced\n") + lines_of(token, password));
}

void print_tokens(const Arguments& arguments, const std::vector<cr::TokenResponse>& tokens) {
  if (arguments.has(json)) return print_json(Json(tokens));
  std::vector<std::vector<std::string>> rows = {{"ID", "NAME", "STATUS", "EXPIRES", "SCOPES"}};
  for (const cr::TokenResponse& token : tokens) {
    rows.push_back({id_text(token), printable(token.properties.name), status_text(token.properties),
                    expiry_text(token.properties), scopes_text(token.properties.scopes)});
  }
  print(table(rows));
}

void print_deletion(const Arguments& arguments, const cr::TokenId& token) {
  if (arguments.has(json)) return print_json({{"deleted", token.text()}});
  print("deleted " + printable(token.text()) + "\n");
}

}  // namespace examples
