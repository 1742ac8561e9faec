// SPDX-License-Identifier: Apache-2.0
//
// Creates the token with an id, or replaces it: the same call, and the response tells which it was.

#include <iostream>
#include <memory>
#include <string>

#include <CLI/CLI.hpp>

#include <ionoscloud/container_registry.hpp>

#include "ionos-cr-tokens/commands.hpp"
#include "ionos-cr-tokens/connection.hpp"
#include "ionos-cr-tokens/interruption.hpp"
#include "ionos-cr-tokens/output.hpp"
#include "ionos-cr-tokens/password_delivery.hpp"
#include "ionos-cr-tokens/token_options.hpp"

namespace cr = ionoscloud::container_registry;

namespace tool {
namespace {

struct Options {
  ConnectionOptions connection;
  std::string token_id;
  std::string name;
  TokenOptions token;
  PasswordOptions password;
  OutputOptions output;
};

bool has_password(const cr::TokenResponse& token) {
  const auto& credentials = token.properties.credentials;
  return credentials && !credentials->password.empty();
}

cr::PutTokenOutput put(const Connection& connection, const cr::TokenId& token_id,
                       const cr::PutTokenInput& input, const cr::CallOptions& call,
                       const OutputOptions& output, PasswordDelivery& password) {
  try {
    return connection.tokens.registries_tokens_put(connection.registry, token_id, input, call);
  } catch (const cr::Exception& exception) {
    // A token that was replaced keeps its password, which isn't in the response: nothing is lost.
    const cr::SalvagedToken* salvaged = exception.salvaged();
    if (salvaged == nullptr || salvaged->password.empty()) throw;
    password.rescue(exception, output);
  }
}

void put(const Options& options) {
  cr::PutTokenInput input;
  input.properties = token_properties(options.name, options.token);
  const Connection connection = connect(options.connection);
  const Interruption interruption;
  PasswordDelivery password(options.password, options.connection.registry);

  const cr::PutTokenOutput token = put(connection, options.token_id, input,
                                       interruption.call_options(), options.output, password);
  const auto print_result = [&] { print_put(options.output, token, password.in_print()); };
  if (has_password(token)) return password.deliver(token, print_result);
  print_result();
  if (token.created()) {
    std::cerr
        << "ionos-cr-tokens: the response has no password; if the token is new, its password is "
           "lost: delete it and put it again\n";
  }
}

}  // namespace

void add_put(CLI::App& program) {
  CLI::App& command =
      *program.add_subcommand("put", "Create the token with an id of your own, or replace it");
  const auto options = std::make_shared<Options>();
  command.add_option("TOKEN", options->token_id, "the id of the token")->required();
  command.add_option("NAME", options->name, "its name, which can't be changed")->required();
  add_connection_options(command, options->connection);
  add_password_options(command, options->password);
  add_token_options(command, options->token);
  add_output_options(command, options->output, "print the id alone, or the password it shows");
  command.footer(
      "It replaces all of a token but its name: what isn't said goes back to its default. A token\n"
      "that is replaced keeps its password, and leaves no file. The password of a new one is "
      "shown\n"
      "this once, and nobody can tell beforehand, so one of --password-file and --show-password "
      "is\n"
      "needed.");
  command.callback([options] { put(*options); });
}

}  // namespace tool
