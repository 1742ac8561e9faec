// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include <ionoscloud/container_registry/identifiers.hpp>
#include <ionoscloud/container_registry/models/token.hpp>
#include <ionoscloud/container_registry/salvaged_token.hpp>

namespace CLI {
class App;
}

namespace tool {

/// How results are printed: as text, as JSON, or as little as possible.
struct OutputOptions {
  bool json = false;
  bool quiet = false;
};

/// Adds `--json` and `--quiet`, which says `quiet_help`.
void add_output_options(CLI::App& command, OutputOptions& options, const std::string& quiet_help);

/// Where the password of a new token goes in print.
struct PasswordInPrint {
  /// Whether the password itself is printed. Quietly, nothing else is.
  bool exposed = false;
  /// What the text says of it otherwise.
  std::string note;
};

/// A table, an array, or the ids.
void print_tokens(const OutputOptions& options,
                  const std::vector<ionoscloud::container_registry::TokenResponse>& tokens);

/// Lines, the token, or nothing.
void print_token(const OutputOptions& options,
                 const ionoscloud::container_registry::TokenResponse& token);

/// Lines, the token, or its id.
void print_created(const OutputOptions& options,
                   const ionoscloud::container_registry::TokenResponse& token,
                   const PasswordInPrint& password);

/// Lines, `{"created": …, "token": …}`, or the token's id.
void print_put(const OutputOptions& options,
               const ionoscloud::container_registry::PutTokenOutput& token,
               const PasswordInPrint& password);

/// What is known of a token whose response was damaged: lines, the part of its JSON, or its id.
void print_salvaged(const OutputOptions& options,
                    const ionoscloud::container_registry::SalvagedToken& token,
                    const PasswordInPrint& password);

/// A line, `{"deleted": "<id>"}`, or nothing.
void print_deletion(const OutputOptions& options,
                    const ionoscloud::container_registry::TokenId& token);

}  // namespace tool
