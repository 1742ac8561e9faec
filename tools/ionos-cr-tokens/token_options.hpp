// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <ionoscloud/container_registry/models/scope.hpp>
#include <ionoscloud/container_registry/models/token_input.hpp>
#include <ionoscloud/container_registry/timestamp.hpp>

namespace CLI {
class App;
class Option;
}  // namespace CLI

namespace tool {

/// What the options say that a token is to be.
struct TokenOptions {
  std::optional<std::string> status;
  std::optional<std::int64_t> expires_in;
  std::optional<std::string> expires;
  std::vector<std::string> scopes;
};

/// The options whose contrary a command may have.
struct TokenOptionHandles {
  CLI::Option* expires_in;
  CLI::Option* expires;
  CLI::Option* scope;
};

/// Adds `--scope`, `--expires-in`, `--expires` and `--status`.
TokenOptionHandles add_token_options(CLI::App& command, TokenOptions& options);

/// The new token that the options describe. What they don't say is left to the service. Throws
/// `Failure` for a value that can't be read, as the functions below do.
[[nodiscard]] ionoscloud::container_registry::PostTokenProperties token_properties(
    const std::string& name, const TokenOptions& options);

/// The end that `--expires-in` or `--expires` gives.
[[nodiscard]] std::optional<ionoscloud::container_registry::Timestamp> expiry_date(
    const TokenOptions& options);

/// The list that all `--scope` give together.
[[nodiscard]] std::vector<ionoscloud::container_registry::Scope> scopes(
    const TokenOptions& options);

}  // namespace tool
