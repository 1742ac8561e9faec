// SPDX-License-Identifier: Apache-2.0
#include "ionos-cr-tokens/token_options.hpp"

#include <chrono>
#include <string_view>

#include <CLI/CLI.hpp>

#include "ionos-cr-tokens/failure.hpp"

namespace cr = ionoscloud::container_registry;

namespace tool {
namespace {

constexpr char scope_form[] = "TYPE:NAME:ACTION[,ACTION]";
constexpr int most_days = 36'500;

[[noreturn]] void refuse(std::string_view option, std::string_view need, std::string_view given) {
  throw Failure(ExitCode::wrong_usage, std::string(option) + " needs " + std::string(need) +
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
  if (first == last) refuse("--scope", scope_form, text);

  cr::Scope parsed;
  parsed.type = text.substr(0, first);
  parsed.name = text.substr(first + 1, last - first - 1);
  parsed.actions = parse_actions(text.substr(last + 1));
  bool complete = !parsed.type.text().empty() && !parsed.name.empty();
  for (const cr::ScopeAction& action : parsed.actions) complete &= !action.text().empty();
  if (!complete) refuse("--scope", scope_form, text);
  return parsed;
}

}  // namespace

TokenOptionHandles add_token_options(CLI::App& command, TokenOptions& options) {
  TokenOptionHandles handles{};
  handles.scope = command
                      .add_option("--scope", options.scopes,
                                  "what it may do: repository:team/app:pull; repeatable")
                      ->allow_extra_args(false)
                      ->type_name(scope_form);
  handles.expires_in =
      command.add_option("--expires-in", options.expires_in, "it ends that many days from now")
          ->check(CLI::Range(1, most_days).description(""))
          ->type_name("DAYS");
  handles.expires =
      command.add_option("--expires", options.expires, "it ends then: 2030-12-31T18:00:00Z")
          ->excludes(handles.expires_in)
          ->type_name("DATE");
  command.add_option("--status", options.status, "enabled or disabled")->type_name("STATUS");
  return handles;
}

cr::PostTokenProperties token_properties(const std::string& name, const TokenOptions& options) {
  cr::PostTokenProperties properties;
  properties.name = name;
  if (options.status) properties.status = *options.status;
  properties.expiry_date = expiry_date(options);
  if (!options.scopes.empty()) properties.scopes = scopes(options);
  return properties;
}

std::optional<cr::Timestamp> expiry_date(const TokenOptions& options) {
  if (options.expires_in)
    return cr::Timestamp::now() + std::chrono::hours(24 * *options.expires_in);
  if (!options.expires) return std::nullopt;
  const auto date = cr::Timestamp::parse(*options.expires);
  if (!date) refuse("--expires", "a date such as 2030-12-31T18:00:00Z", *options.expires);
  return date;
}

std::vector<cr::Scope> scopes(const TokenOptions& options) {
  std::vector<cr::Scope> parsed;
  for (const std::string& text : options.scopes) parsed.push_back(parse_scope(text));
  return parsed;
}

}  // namespace tool
