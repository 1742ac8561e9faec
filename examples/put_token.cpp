// SPDX-License-Identifier: Apache-2.0
//
// Creates the token with an id, or replaces it: the same call, and the answer tells which it was.

#include <iostream>

#include <ionoscloud/container_registry.hpp>

#include "command_line/password_delivery.hpp"
#include "command_line/program.hpp"
#include "command_line/token_options.hpp"
#include "command_line/token_output.hpp"

namespace cr = ionoscloud::container_registry;
using namespace examples;

namespace {

bool has_password(const cr::TokenResponse& token) {
  const auto& credentials = token.properties.credentials;
  return credentials && !credentials->password.empty();
}

void put_token(const Arguments& arguments) {
  cr::PutTokenInput input;
  input.properties = token_properties(arguments);
  const cr::ApiClient client(cr::Configuration::from_environment());
  const cr::TokensApi tokens(client);
  PasswordDelivery password(arguments);

  const cr::PutTokenOutput put =
      tokens.registries_tokens_put(arguments[registry_id], arguments[token_id], input);

  const auto print_result = [&] { print_put_token(arguments, put, password.in_print()); };
  if (has_password(put)) return password.deliver(put, print_result);
  print_result();
  if (put.created()) {
    std::cerr
        << "put_token: the answer has no password; if the token is new, its password is lost: "
           "delete it and put it again\n";
  }
}

}  // namespace

int main(int argc, char** argv) {
  const Command command = {
      "put_token",
      "Creates the token with this id, or replaces all of it but its name: what isn't said goes\n"
      "back to its default. A token that is replaced keeps its password. That of a new one is "
      "shown\n"
      "this once, and nobody can tell beforehand, so one of --password-file and --show-password "
      "is\n"
      "needed. A token that is replaced leaves no file.",
      {registry_id, token_id, token_name},
      {show_password, password_file, scope, expires_in, expires, status, json}};
  return run_program(command, argc, argv, put_token);
}
