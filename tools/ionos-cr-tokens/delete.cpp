// SPDX-License-Identifier: Apache-2.0
//
// Deletes a token, and asks before it does.

#include <memory>
#include <string>

#include <CLI/CLI.hpp>

#include <ionoscloud/container_registry.hpp>

#include "ionos-cr-tokens/commands.hpp"
#include "ionos-cr-tokens/confirmation.hpp"
#include "ionos-cr-tokens/connection.hpp"
#include "ionos-cr-tokens/failure.hpp"
#include "ionos-cr-tokens/interruption.hpp"
#include "ionos-cr-tokens/output.hpp"
#include "ionos-cr-tokens/standard_output.hpp"
#include "ionos-cr-tokens/terminal_text.hpp"
#include "ionos-cr-tokens/token_text.hpp"

namespace cr = ionoscloud::container_registry;

namespace tool {
namespace {

struct Options {
  ConnectionOptions connection;
  std::string token;
  bool yes = false;
  OutputOptions output;
};

void confirm(const Connection& connection, const cr::TokenId& token) {
  if (!can_ask()) {
    throw Failure(ExitCode::wrong_usage,
                  "there is no terminal on which to ask whether to delete it: give --yes");
  }
  const std::string name = printable(find_token(connection, token).properties.name);
  const bool confirmed = is_confirmed("Delete token " + name + " (" + printable(token.text()) +
                                      ")? Its password stops working.");
  if (!confirmed) throw Failure(ExitCode::declined, "nothing was deleted");
}

void remove(const Options& options) {
  const Connection connection = connect(options.connection);
  if (!options.yes) confirm(connection, options.token);
  const Interruption interruption;
  survive_closed_pipes();

  connection.tokens.registries_tokens_delete(connection.registry, options.token,
                                             interruption.call_options());
  print_deletion(options.output, options.token);
}

}  // namespace

void add_delete(CLI::App& program) {
  CLI::App& command =
      *program.add_subcommand("delete", "Delete a token: its password stops working");
  const auto options = std::make_shared<Options>();
  command.add_option("TOKEN", options->token, "the id of the token")->required();
  add_connection_options(command, options->connection);
  command.add_flag("-y,--yes", options->yes, "don't ask; needed where there is no terminal");
  add_output_options(command, options->output, "print nothing");
  command.callback([options] { remove(*options); });
}

}  // namespace tool
