// SPDX-License-Identifier: Apache-2.0
//
// Creates a token, and sees to it that its password, which is shown this once, isn't lost.

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
  std::string name;
  TokenOptions token;
  PasswordOptions password;
  OutputOptions output;
};

cr::PostTokenOutput post(const Connection& connection, const cr::PostTokenInput& input,
                         const cr::CallOptions& call, const OutputOptions& output,
                         PasswordDelivery& password) {
  try {
    return connection.tokens.registries_tokens_post(connection.registry, input, call);
  } catch (const cr::Exception& exception) {
    password.rescue(exception, output);
  }
}

void create(const Options& options) {
  cr::PostTokenInput input;
  input.properties = token_properties(options.name, options.token);
  const Connection connection = connect(options.connection);
  const Interruption interruption;
  PasswordDelivery password(options.password, options.connection.registry);

  const cr::PostTokenOutput created =
      post(connection, input, interruption.call_options(), options.output, password);
  password.deliver(created, [&] { print_created(options.output, created, password.in_print()); });
}

}  // namespace

void add_create(CLI::App& program) {
  CLI::App& command = *program.add_subcommand("create", "Create a token");
  const auto options = std::make_shared<Options>();
  command.add_option("NAME", options->name, "its name: letters, digits and -, 2 to 63 characters")
      ->required();
  add_connection_options(command, options->connection);
  add_password_options(command, options->password);
  add_token_options(command, options->token);
  add_output_options(command, options->output, "print the id alone, or the password it shows");
  command.footer(
      "Its password is shown this once, so one of --password-file and --show-password is needed.\n"
      "Without an end it never expires; without scopes it may do nothing yet.");
  command.callback([options] { create(*options); });
}

}  // namespace tool
