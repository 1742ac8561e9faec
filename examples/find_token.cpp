// SPDX-License-Identifier: Apache-2.0
//
// Prints one token.

#include <ionoscloud/container_registry.hpp>

#include "command_line/program.hpp"
#include "command_line/token_options.hpp"
#include "command_line/token_output.hpp"

namespace cr = ionoscloud::container_registry;
using namespace examples;

namespace {

void find_token(const Arguments& arguments) {
  const cr::ApiClient client(cr::Configuration::from_environment());
  const cr::TokensApi tokens(client);

  print_token(arguments,
              tokens.registries_tokens_find_by_id(arguments[registry_id], arguments[token_id]));
}

}  // namespace

int main(int argc, char** argv) {
  const Command command = {
      "find_token", "Prints a token of a registry.", {registry_id, token_id}, {json}};
  return run_program(command, argc, argv, find_token);
}
