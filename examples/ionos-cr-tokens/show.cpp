// SPDX-License-Identifier: Apache-2.0
//
// Shows one token.

#include <memory>
#include <string>

#include <CLI/CLI.hpp>

#include <ionoscloud/container_registry.hpp>

#include "ionos-cr-tokens/commands.hpp"
#include "ionos-cr-tokens/connection.hpp"
#include "ionos-cr-tokens/interruption.hpp"
#include "ionos-cr-tokens/output.hpp"

namespace cr = ionoscloud::container_registry;

namespace examples {
namespace {

struct Options {
  std::string registry;
  std::string token;
  OutputOptions output;
};

cr::TokenResponse find(const Options& options) {
  const Connection connection = connect(options.registry);
  const Interruption interruption;
  return connection.tokens.registries_tokens_find_by_id(connection.registry, options.token,
                                                        interruption.call_options());
}

}  // namespace

void add_show(CLI::App& program) {
  CLI::App& command = *program.add_subcommand("show", "Show a token");
  const auto options = std::make_shared<Options>();
  command.add_option("TOKEN", options->token, "the id of the token")->required();
  add_registry_option(command, options->registry);
  add_output_options(command, options->output, "print nothing: the exit code tells if it is there");
  command.callback([options] { print_token(options->output, find(*options)); });
}

}  // namespace examples
