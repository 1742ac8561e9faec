// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <ionoscloud/container_registry/models/scope.hpp>
#include <ionoscloud/container_registry/models/token.hpp>

/// @file
/// Tokens as people read them. What the service sent can't move the cursor or colour the terminal.

namespace examples {

/// `text` with a `?` for each control character.
[[nodiscard]] std::string printable(std::string_view text);

/// The id, or `-`.
[[nodiscard]] std::string id_text(const ionoscloud::container_registry::TokenResponse& token);

/// `enabled`, `disabled`, another word, or `-`.
[[nodiscard]] std::string status_text(
    const ionoscloud::container_registry::TokenProperties& properties);

/// The end of a token, or `never`.
[[nodiscard]] std::string expiry_text(
    const ionoscloud::container_registry::TokenProperties& properties);

/// `repository team/app: pull, push; …`, or `none`.
[[nodiscard]] std::string scopes_text(
    const std::vector<ionoscloud::container_registry::Scope>& scopes);

/// Columns of text, each as wide as its widest cell. The first row is the heading.
[[nodiscard]] std::string table(const std::vector<std::vector<std::string>>& rows);

}  // namespace examples
