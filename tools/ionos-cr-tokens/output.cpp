// SPDX-License-Identifier: Apache-2.0
#include "ionos-cr-tokens/output.hpp"

#include <unistd.h>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include <ionoscloud/container_registry/nlohmann.hpp>

#include "ionos-cr-tokens/failure.hpp"
#include "ionos-cr-tokens/standard_output.hpp"
#include "ionos-cr-tokens/terminal_text.hpp"
#include "ionos-cr-tokens/token_text.hpp"

namespace cr = ionoscloud::container_registry;

namespace tool {
namespace {

using Json = nlohmann::ordered_json;
using Rows = std::vector<std::vector<std::string>>;

/// All but ASCII is escaped: a terminal would obey some of it.
void print_json(const Json& json) {
  print(json.dump(2, ' ', true, Json::error_handler_t::replace) + "\n");
}

Json json_of(const cr::TokenResponse& token, bool expose_password) {
  if (!expose_password) return token;
  return Json::parse(cr::to_json_text(token, cr::SecretText::exposed));
}

/// The id as scripts need it, which no `-` can stand in for.
std::string id_line(const cr::TokenResponse& token) {
  if (!token.id) throw Failure(ExitCode::no_response, "a token of the service has no id");
  return id_text(token) + "\n";
}

std::string moment_text(const cr::Timestamp& moment, const std::string& by) {
  return moment.to_string() + " by " + printable(by);
}

Rows rows_of(const cr::TokenResponse& token) {
  const cr::TokenProperties& properties = token.properties;
  const cr::ApiResourceMetadata& metadata = token.metadata;
  Rows rows = {
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
  return rows;
}

/// Each byte of it, unless a terminal would obey some of them.
std::string password_text(const cr::Secret& password) {
  const bool is_terminal = ::isatty(STDOUT_FILENO) == 1;
  return is_terminal ? printable(password.expose()) : std::string(password.expose());
}

void add_password(Rows& rows, const cr::Secret& text, const PasswordInPrint& password) {
  rows.push_back({"password", password.exposed ? password_text(text) : password.note});
}

/// The whole output of a quiet command that has a password to show.
void print_password(const cr::Secret& text) { print(password_text(text) + "\n"); }

}  // namespace

void add_output_options(CLI::App& command, OutputOptions& options, const std::string& quiet_help) {
  CLI::Option* json = command.add_flag("-j,--json", options.json, "print JSON, for scripts");
  command.add_flag("-q,--quiet", options.quiet, quiet_help)->excludes(json);
}

void print_tokens(const OutputOptions& options, const std::vector<cr::TokenResponse>& tokens) {
  if (options.json) return print_json(Json(tokens));
  if (options.quiet) {
    std::string ids;
    for (const cr::TokenResponse& token : tokens) ids += id_line(token);
    return print(ids);
  }
  Rows rows = {{"ID", "NAME", "STATUS", "EXPIRES", "SCOPES"}};
  for (const cr::TokenResponse& token : tokens) {
    rows.push_back({id_text(token), printable(token.properties.name), status_text(token.properties),
                    expiry_text(token.properties), scopes_text(token.properties.scopes)});
  }
  print(table(rows));
}

void print_token(const OutputOptions& options, const cr::TokenResponse& token) {
  if (options.quiet) return;
  if (options.json) return print_json(json_of(token, false));
  print(table(rows_of(token)));
}

void print_created(const OutputOptions& options, const cr::TokenResponse& token,
                   const PasswordInPrint& password) {
  const cr::Secret& text = token.properties.credentials.value().password;
  if (options.json) return print_json(json_of(token, password.exposed));
  if (options.quiet) return password.exposed ? print_password(text) : print(id_line(token));
  Rows rows = rows_of(token);
  add_password(rows, text, password);
  print(table(rows));
}

void print_put(const OutputOptions& options, const cr::PutTokenOutput& token,
               const PasswordInPrint& password) {
  const auto& credentials = token.properties.credentials;
  const bool has_password = credentials && !credentials->password.empty();
  if (options.json) {
    return print_json({{"created", token.created()}, {"token", json_of(token, password.exposed)}});
  }
  if (options.quiet) {
    if (!password.exposed) return print(id_line(token));
    if (has_password) print_password(credentials->password);
    return;
  }
  Rows rows = rows_of(token);
  if (has_password) add_password(rows, credentials->password, password);
  print((token.created() ? "created\n" : "replaced\n") + table(rows));
}

void print_salvaged(const OutputOptions& options, const cr::SalvagedToken& token,
                    const PasswordInPrint& password) {
  if (options.json) {
    const std::string text(password.exposed ? token.password.expose() : "[redacted]");
    return print_json({{"id", token.id.text()},
                       {"properties",
                        {{"name", token.username},
                         {"credentials", {{"username", token.username}, {"password", text}}}}}});
  }
  if (options.quiet) {
    return password.exposed ? print_password(token.password)
                            : print(printable(token.id.text()) + "\n");
  }
  Rows rows = {{"id", printable(token.id.text())}, {"name", printable(token.username)}};
  add_password(rows, token.password, password);
  print(table(rows));
}

void print_deletion(const OutputOptions& options, const cr::TokenId& token) {
  if (options.json) return print_json({{"deleted", token.text()}});
  if (!options.quiet) print("deleted " + printable(token.text()) + "\n");
}

}  // namespace tool
