// SPDX-License-Identifier: Apache-2.0
#include "ionos-cr-tokens/connection.hpp"

#include <iostream>

#include <CLI/CLI.hpp>

#include <ionoscloud/container_registry/api_client.hpp>
#include <ionoscloud/container_registry/configuration.hpp>

#include "ionos-cr-tokens/failure.hpp"
#include "ionos-cr-tokens/interruption.hpp"
#include "ionos-cr-tokens/terminal_text.hpp"

namespace cr = ionoscloud::container_registry;

namespace examples {

void add_registry_option(CLI::App& command, std::string& registry) {
  command.add_option("-r,--registry", registry, "the id of the registry; else IONOS_REGISTRY_ID")
      ->envname("IONOS_REGISTRY_ID")
      ->type_name("ID");
}

Connection connect(const std::string& registry) {
  if (registry.empty()) {
    throw Failure(ExitCode::wrong_usage,
                  "say which registry is meant: --registry ID or IONOS_REGISTRY_ID");
  }
  cr::Configuration configuration = cr::Configuration::discover();
  for (const std::string& warning : configuration.warnings) {
    std::cerr << "ionos-cr-tokens: warning: " << printable(warning) << '\n';
  }
  configuration.user_agent_suffix = "ionos-cr-tokens";
  return {registry, cr::TokensApi(cr::ApiClient(configuration))};
}

cr::TokenResponse find_token(const Connection& connection, const cr::TokenId& token) {
  const Interruption interruption;
  return connection.tokens.registries_tokens_find_by_id(connection.registry, token,
                                                        interruption.call_options());
}

}  // namespace examples
