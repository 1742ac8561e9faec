// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include <ionoscloud/container_registry/identifiers.hpp>
#include <ionoscloud/container_registry/json_text.hpp>
#include <ionoscloud/container_registry/models/token.hpp>

#include "command_line/arguments.hpp"

namespace examples {

inline constexpr Option json{"--json", "", "print JSON, for scripts"};

/// Prints a token: as lines, or with `--json` as one JSON object.
void print_token(const Arguments& arguments,
                 const ionoscloud::container_registry::TokenResponse& token,
                 ionoscloud::container_registry::SecretText password =
                     ionoscloud::container_registry::SecretText::redacted);

/// Prints a token that was put, and whether that created it: `{"created": …, "token": …}`.
void print_put_token(const Arguments& arguments,
                     const ionoscloud::container_registry::PutTokenOutput& token,
                     ionoscloud::container_registry::SecretText password);

/// Prints a table of tokens, or a JSON array of them.
void print_tokens(const Arguments& arguments,
                  const std::vector<ionoscloud::container_registry::TokenResponse>& tokens);

/// Prints that a token is deleted: `{"deleted": "<id>"}`.
void print_deletion(const Arguments& arguments,
                    const ionoscloud::container_registry::TokenId& token);

}  // namespace examples
