// SPDX-License-Identifier: Apache-2.0
#include "command_line/token_options.hpp"

#include <chrono>
#include <cstdint>
#include <string>
#include <utility>

#include "command_line/failure.hpp"

namespace cr = ionoscloud::container_registry;

namespace examples {
namespace {

constexpr std::int64_t most_days = 36'500;

[[noreturn]] void refuse(const Option& option, std::string_view need, std::string_view given) {
  throw Failure(ExitCode::wrong_usage, std::string(option.name) + " needs " + std::string(need) +
                                           ", unlike \"" + std::string(given) + "\"");
}

std::vector<cr::ScopeAction> parse_actions(std::string_view text) {
  std::vector<cr::ScopeAction> actions;
  for (std::size_t comma = 0; comma != std::string_view::npos;) {
    comma = text.find(',');
    actions.emplace_back(text.substr(0, comma));
    if (comma != std::string_view::npos) text.remove_prefix(comma + 1);
  }
  return actions;
}

cr::Scope parse_scope(std::string_view text) {
  const std::size_t first = text.find(':');
  const std::size_t last = text.rfind(':');
  if (first == last) refuse(scope, scope.value, text);

  cr::Scope parsed;
  parsed.type = text.substr(0, first);
  parsed.name = text.substr(first + 1, last - first - 1);
  parsed.actions = parse_actions(text.substr(last + 1));
  bool complete = !parsed.type.text().empty() && !parsed.name.empty();
  for (const cr::ScopeAction& action : parsed.actions) complete &= !action.text().empty();
  if (!complete) refuse(scope, scope.value, text);
  return parsed;
}

}  // namespace

cr::PostTokenProperties token_properties(const Arguments& arguments) {
  cr::PostTokenProperties properties;
  properties.name = arguments[token_name];
  if (const auto given = arguments.value(status)) properties.status = *given;
  properties.expiry_date = expiry_date(arguments);
  if (arguments.has(scope)) properties.scopes = scopes(arguments);
  return properties;
}

std::optional<cr::Timestamp> expiry_date(const Arguments& arguments) {
  arguments.refuse_together({expires_in, expires});
  if (const auto days = arguments.number(expires_in)) {
    if (*days < 1 || *days > most_days) refuse(expires_in, "1 to 36500", std::to_string(*days));
    return cr::Timestamp::now() + std::chrono::hours(24 * *days);
  }
  const auto text = arguments.value(expires);
  if (!text) return std::nullopt;
  const auto date = cr::Timestamp::parse(*text);
  if (!date) refuse(expires, "a date such as 2030-12-31T18:00:00Z", *text);
  return date;
}

std::vector<cr::Scope> scopes(const Arguments& arguments) {
  std::vector<cr::Scope> parsed;
  for (const std::string& text : arguments.values(scope)) parsed.push_back(parse_scope(text));
  return parsed;
}

}  // namespace examples
