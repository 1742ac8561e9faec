// SPDX-License-Identifier: Apache-2.0
//
// Creates a token, and sees to it that its password, which is shown this once, isn't lost.

#include <ionoscloud/container_registry.hpp>

#include "command_line/password_delivery.hpp"
#include "command_line/program.hpp"
#include "command_line/token_options.hpp"
#include "command_line/token_output.hpp"

namespace cr = ionoscloud::container_registry;
using namespace examples;

namespace {

void create_token(const Arguments& arguments) {
  cr::PostTokenInput input;
  input.properties = token_properties(arguments);
  const cr::ApiClient client(cr::Configuration::from_environment());
  const cr::TokensApi tokens(client);
  PasswordDelivery password(arguments);

  const cr::PostTokenOutput created = tokens.registries_tokens_post(arguments[registry_id], input);

  password.deliver(created, [&] { print_token(arguments, created, password.in_print()); });
}

}  // namespace

int main(int argc, char** argv) {
  const Command command = {
      "create_token",
      "Creates a token in a registry. Its password is shown this once, so one of --password-file\n"
      "and --show-password is needed. Without an end it never expires; without scopes it may do\n"
      "nothing yet.",
      {registry_id, token_name},
      {show_password, password_file, scope, expires_in, expires, status, json}};
  return run_program(command, argc, argv, create_token);
}
