// SPDX-License-Identifier: Apache-2.0
//
// Shows one token.

#include <memory>
#include <string>

#include <CLI/CLI.hpp>

#include "ionos-cr-tokens/commands.hpp"
#include "ionos-cr-tokens/connection.hpp"
#include "ionos-cr-tokens/output.hpp"

namespace tool {
namespace {

struct Options {
  ConnectionOptions connection;
  std::string token;
  OutputOptions output;
};

}  // namespace

void add_show(CLI::App& program) {
  CLI::App& command = *program.add_subcommand("show", "Show a token");
  const auto options = std::make_shared<Options>();
  command.add_option("TOKEN", options->token, "the id of the token")->required();
  add_connection_options(command, options->connection);
  add_output_options(command, options->output, "print nothing: the exit code tells if it is there");
  command.callback([options] {
    print_token(options->output, find_token(connect(options->connection), options->token));
  });
}

}  // namespace tool
