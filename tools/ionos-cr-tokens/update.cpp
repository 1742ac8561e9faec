// SPDX-License-Identifier: Apache-2.0
//
// Changes some properties of a token. What isn't said keeps its value.

#include <memory>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>

#include <ionoscloud/container_registry.hpp>

#include "ionos-cr-tokens/commands.hpp"
#include "ionos-cr-tokens/connection.hpp"
#include "ionos-cr-tokens/interruption.hpp"
#include "ionos-cr-tokens/output.hpp"
#include "ionos-cr-tokens/standard_output.hpp"
#include "ionos-cr-tokens/token_options.hpp"

namespace cr = ionoscloud::container_registry;

namespace tool {
namespace {

struct Options {
  ConnectionOptions connection;
  std::string token_id;
  TokenOptions token;
  bool no_expiry = false;
  bool no_scopes = false;
  OutputOptions output;
};

/// A member that isn't set is left out of the request: the service keeps its value.
cr::PatchTokenInput patch_of(const Options& options) {
  cr::PatchTokenInput patch;
  if (options.token.status) patch.status = *options.token.status;
  if (const auto date = expiry_date(options.token)) patch.expiry_date = *date;
  if (options.no_expiry) patch.expiry_date = cr::null;
  if (!options.token.scopes.empty()) patch.scopes = scopes(options.token);
  if (options.no_scopes) patch.scopes = std::vector<cr::Scope>();
  return patch;
}

void update(const Options& options) {
  const cr::PatchTokenInput patch = patch_of(options);
  const Connection connection = connect(options.connection);
  const Interruption interruption;
  survive_closed_pipes();

  print_token(options.output,
              connection.tokens.registries_tokens_patch(connection.registry, options.token_id,
                                                        patch, interruption.call_options()));
}

}  // namespace

void add_update(CLI::App& program) {
  CLI::App& command = *program.add_subcommand("update", "Change some properties of a token");
  const auto options = std::make_shared<Options>();
  command.add_option("TOKEN", options->token_id, "the id of the token")->required();
  add_connection_options(command, options->connection);
  const TokenOptionHandles handles = add_token_options(command, options->token);
  command.add_flag("--no-expiry", options->no_expiry, "it never ends")
      ->excludes(handles.expires_in)
      ->excludes(handles.expires);
  command.add_flag("--no-scopes", options->no_scopes, "it may do nothing any more")
      ->excludes(handles.scope);
  add_output_options(command, options->output, "print nothing");
  command.footer("What isn't said keeps its value. --scope replaces the whole list.");
  command.callback([options] { update(*options); });
}

}  // namespace tool
