// SPDX-License-Identifier: Apache-2.0
//
// Deletes a token.

#include <ionoscloud/container_registry.hpp>

#include "command_line/program.hpp"
#include "command_line/token_options.hpp"
#include "command_line/token_output.hpp"

namespace cr = ionoscloud::container_registry;
using namespace examples;

namespace {

void delete_token(const Arguments& arguments) {
  const cr::ApiClient client(cr::Configuration::from_environment());
  const cr::TokensApi tokens(client);

  tokens.registries_tokens_delete(arguments[registry_id], arguments[token_id]);

  print_deletion(arguments, arguments[token_id]);
}

}  // namespace

int main(int argc, char** argv) {
  const Command command = {"delete_token",
                           "Deletes a token of a registry: its password stops working.",
                           {registry_id, token_id},
                           {json}};
  return run_program(command, argc, argv, delete_token);
}
