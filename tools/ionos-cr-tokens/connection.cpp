// SPDX-License-Identifier: Apache-2.0
#include "ionos-cr-tokens/connection.hpp"

#include <iostream>
#include <string_view>

#include <CLI/CLI.hpp>

#include <ionoscloud/container_registry/api_client.hpp>
#include <ionoscloud/container_registry/configuration.hpp>

#include "ionos-cr-tokens/failure.hpp"
#include "ionos-cr-tokens/interruption.hpp"
#include "ionos-cr-tokens/terminal_text.hpp"

namespace cr = ionoscloud::container_registry;

namespace tool {
namespace {

/// An id without what a file or a quoted line of an environment file has put around it.
std::string bare_id(std::string id) {
  constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";
  constexpr std::string_view around = " \t\r\n\"'";
  if (id.compare(0, byte_order_mark.size(), byte_order_mark) == 0)
    id.erase(0, byte_order_mark.size());
  id.erase(0, id.find_first_not_of(around));
  id.erase(id.find_last_not_of(around) + 1);
  return id;
}

}  // namespace

void add_connection_options(CLI::App& command, ConnectionOptions& options) {
  command
      .add_option("-r,--registry", options.registry,
                  "the id of the registry; else IONOS_REGISTRY_ID")
      ->envname("IONOS_REGISTRY_ID")
      ->type_name("ID");
  command
      .add_option("--ca-file", options.ca_file,
                  "authorities to trust, not the system's; else SSL_CERT_FILE")
      ->check(CLI::ExistingFile.description(""))
      ->type_name("FILE");
}

Connection connect(const ConnectionOptions& options) {
  const std::string registry = bare_id(options.registry);
  if (registry.empty()) {
    throw Failure(ExitCode::wrong_usage,
                  "say which registry is meant: --registry ID or IONOS_REGISTRY_ID");
  }
  cr::Configuration configuration = cr::Configuration::discover();
  for (const std::string& warning : configuration.warnings) {
    std::cerr << "ionos-cr-tokens: warning: " << printable(warning) << '\n';
  }
  configuration.user_agent_suffix = "ionos-cr-tokens";
  if (!options.ca_file.empty()) configuration.tls.ca_file = options.ca_file;
  return {registry, cr::TokensApi(cr::ApiClient(configuration))};
}

cr::TokenResponse find_token(const Connection& connection, const cr::TokenId& token) {
  const Interruption interruption;
  return connection.tokens.registries_tokens_find_by_id(connection.registry, token,
                                                        interruption.call_options());
}

}  // namespace tool
