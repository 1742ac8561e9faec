// SPDX-License-Identifier: Apache-2.0
#include "testing/token_json.hpp"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

#include "base/ascii.hpp"
#include "http/http_rules.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace testing::stub {
namespace {

bool has_shape(std::string_view text, std::string_view shape) {
  return std::equal(text.begin(), text.end(), shape.begin(), shape.end(),
                    [](char c, char like) { return like == '0' ? ascii::is_digit(c) : c == like; });
}

/// Whether `text` is strictly RFC 3339: clients must send that, although they must read more.
bool is_rfc3339(std::string_view text) {
  constexpr std::string_view whole_seconds = "0000-00-00T00:00:00";
  if (!has_shape(text.substr(0, whole_seconds.size()), whole_seconds)) return false;
  text.remove_prefix(whole_seconds.size());
  if (text.substr(0, 1) == ".") {
    text.remove_prefix(1);
    const std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
    if (digits == 0) return false;
    text.remove_prefix(digits);
  }
  return text == "Z" || has_shape(text, "+00:00") || has_shape(text, "-00:00");
}

Timestamp read_date(const Json& json, const std::string& path) {
  if (json.is_string()) {
    const auto& text = json.get_ref<const std::string&>();
    const auto date = is_rfc3339(text) ? Timestamp::parse(text) : std::nullopt;
    if (date) return *date;
  }
  reject(path + " must be a date and time with its zone, such as 2027-03-01T00:00:00Z");
}

std::vector<ScopeAction> read_actions(const Json& json, const std::string& path) {
  std::vector<ScopeAction> actions;
  if (json.is_null()) return actions;
  if (!json.is_array()) reject(path + " must be a list or null");
  for (const Json& action : json) {
    if (!action.is_string()) reject(path + " must hold nothing but text");
    actions.emplace_back(action.get<std::string>());
  }
  return actions;
}

std::vector<Scope> read_scopes(const Json& json, const std::string& path) {
  if (!json.is_array()) reject(path + " must be a list or null");
  std::vector<Scope> scopes;
  for (const Json& entry : json) {
    const ObjectReader scope(entry, path + "[" + std::to_string(scopes.size()) + "]");
    scopes.push_back({scope.required_text("type"), scope.required_text("name"),
                      read_actions(scope.required("actions"), scope.path_of("actions"))});
  }
  return scopes;
}

Json scopes_json(const std::vector<Scope>& scopes) {
  Json list = Json::array();
  for (const Scope& scope : scopes) {
    Json actions = Json::array();
    for (const ScopeAction& action : scope.actions) actions.push_back(action.text());
    list.push_back({{"type", scope.type.text()}, {"name", scope.name}, {"actions", actions}});
  }
  return list;
}

Json properties_json(const TokenProperties& properties, Password password) {
  Json json;
  json["name"] = properties.name;
  json["status"] = properties.status->text();
  json["expiryDate"] = or_null(properties.expiry_date);
  json["scopes"] = scopes_json(properties.scopes);
  Json& credentials = json["credentials"];
  credentials["username"] = properties.credentials->username;
  credentials["password"] =
      password == Password::shown ? properties.credentials->password.expose() : "";
  return json;
}

std::string page_link(const std::string& href, std::int64_t offset, std::int32_t limit) {
  return href + "?offset=" + std::to_string(offset) + "&limit=" + std::to_string(limit);
}

}  // namespace

PostTokenProperties read_whole_token(const std::string& body) {
  const Json json = parse(body);
  const ObjectReader whole(json, "body");
  whole.allow_only({"properties"});
  const ObjectReader properties(whole.required("properties"), "properties");
  properties.allow_only({"name", "status", "expiryDate", "scopes"});

  PostTokenProperties input;
  input.name = properties.required_text("name");
  if (properties.find("status") != nullptr) input.status = properties.required_text("status");
  const Json* expiry_date = properties.find("expiryDate");
  if (expiry_date != nullptr && !expiry_date->is_null()) {
    input.expiry_date = read_date(*expiry_date, "properties.expiryDate");
  }
  const Json* scopes = properties.find("scopes");
  if (scopes != nullptr && !scopes->is_null()) {
    input.scopes = read_scopes(*scopes, "properties.scopes");
  }
  return input;
}

PatchTokenInput read_patch(const std::string& body) {
  const Json json = parse(body);
  const ObjectReader patch(json, "body");
  patch.allow_only({"expiryDate", "scopes", "status"});
  if (json.empty()) reject("the body changes nothing");

  PatchTokenInput input;
  if (patch.find("status") != nullptr) input.status = patch.required_text("status");
  if (const Json* expiry_date = patch.find("expiryDate")) {
    input.expiry_date = expiry_date->is_null()
                            ? Field<Timestamp>(null)
                            : Field<Timestamp>(read_date(*expiry_date, "expiryDate"));
  }
  if (const Json* scopes = patch.find("scopes")) {
    input.scopes = scopes->is_null() ? Field<std::vector<Scope>>(null)
                                     : Field<std::vector<Scope>>(read_scopes(*scopes, "scopes"));
  }
  return input;
}

Json token_json(const TokenResponse& token, const std::string& href, Password password) {
  Json json;
  json["id"] = token.id->text();
  json["type"] = "token";
  json["href"] = href;
  json["metadata"] = metadata_json(token.metadata);
  json["properties"] = properties_json(token.properties, password);
  return json;
}

Json page_json(const Tokens& tokens, PageBounds bounds, const std::string& href) {
  Json items = Json::array();
  for (const TokenResponse* token : tokens.slice(static_cast<std::size_t>(bounds.offset),
                                                 static_cast<std::size_t>(bounds.limit))) {
    std::string token_href = href + "/";
    append_url_encoded(token_href, token->id->text());
    items.push_back(token_json(*token, token_href, Password::blank));
  }
  const auto total = static_cast<std::int64_t>(tokens.size());
  const std::int64_t end = std::int64_t{bounds.offset} + bounds.limit;
  const bool more = bounds.limit > 0 && end < total;
  const std::int64_t before = std::max(bounds.offset - bounds.limit, 0);
  const std::size_t count = items.size();
  return {{"id", "tokens"},
          {"type", "collection"},
          {"href", href},
          {"items", std::move(items)},
          {"offset", bounds.offset},
          {"limit", bounds.limit},
          {"count", count},
          {"total", total},
          {"_links",
           {{"self", page_link(href, bounds.offset, bounds.limit)},
            {"next", more ? page_link(href, end, bounds.limit) : ""},
            {"previous", bounds.offset > 0 ? page_link(href, before, bounds.limit) : ""}}}};
}

}  // namespace testing::stub
}  // namespace v0
}  // namespace ionoscloud::container_registry
