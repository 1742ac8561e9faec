// SPDX-License-Identifier: Apache-2.0
//
// Changes some properties of a token. What isn't said keeps its value.

#include <vector>

#include <ionoscloud/container_registry.hpp>

#include "command_line/program.hpp"
#include "command_line/token_options.hpp"
#include "command_line/token_output.hpp"

namespace cr = ionoscloud::container_registry;
using namespace examples;

namespace {

constexpr Option no_expiry{"--no-expiry", "", "it never ends"};
constexpr Option clear_scopes{"--clear-scopes", "", "it may do nothing any more"};

// A member of the patch that isn't set is left out of the request: the service keeps its value.
cr::PatchTokenInput changes(const Arguments& arguments) {
  arguments.refuse_together({no_expiry, expires_in});
  arguments.refuse_together({no_expiry, expires});
  arguments.refuse_together({clear_scopes, scope});

  cr::PatchTokenInput patch;
  if (const auto given = arguments.value(status)) patch.status = *given;
  if (const auto date = expiry_date(arguments)) patch.expiry_date = *date;
  if (arguments.has(no_expiry)) patch.expiry_date = cr::null;
  if (arguments.has(scope)) patch.scopes = scopes(arguments);
  if (arguments.has(clear_scopes)) patch.scopes = std::vector<cr::Scope>();
  return patch;
}

void update_token(const Arguments& arguments) {
  const cr::PatchTokenInput patch = changes(arguments);
  const cr::ApiClient client(cr::Configuration::from_environment());
  const cr::TokensApi tokens(client);

  print_token(arguments,
              tokens.registries_tokens_patch(arguments[registry_id], arguments[token_id], patch));
}

}  // namespace

int main(int argc, char** argv) {
  const Command command = {
      "update_token",
      "Changes a token of a registry. What isn't said keeps its value; --scope replaces the whole\n"
      "list.",
      {registry_id, token_id},
      {status, expires_in, expires, no_expiry, scope, clear_scopes, json}};
  return run_program(command, argc, argv, update_token);
}
