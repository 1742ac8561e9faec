// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include <ionoscloud/container_registry/identifiers.hpp>
#include <ionoscloud/container_registry/tokens_api.hpp>

namespace CLI {
class App;
}

namespace tool {

/// The registry that a command is about, and the way to its tokens.
struct Connection {
  ionoscloud::container_registry::RegistryId registry;
  ionoscloud::container_registry::TokensApi tokens;
};

/// What every command can be told about them.
struct ConnectionOptions {
  std::string registry;
  /// Empty: the system's authorities, or those of `SSL_CERT_FILE` and `SSL_CERT_DIR`.
  std::string ca_file;
};

/// Adds `--registry`, which `IONOS_REGISTRY_ID` may stand in for, and `--ca-file`.
void add_connection_options(CLI::App& command, ConnectionOptions& options);

/// Sends nothing yet, and warns on stderr of what is questionable. Blanks and quotes around the id
/// of the registry are left out. Throws `Failure` when no registry is given, and
/// `ConfigurationException` when neither the environment nor a profile has a login that can work.
[[nodiscard]] Connection connect(const ConnectionOptions& options);

/// A token of the registry, unless the user interrupts that.
[[nodiscard]] ionoscloud::container_registry::TokenResponse find_token(
    const Connection& connection, const ionoscloud::container_registry::TokenId& token);

}  // namespace tool
