// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include <ionoscloud/container_registry/models/scope.hpp>
#include <ionoscloud/container_registry/models/token.hpp>

/// @file
/// What tokens consist of, as printable text.

namespace tool {

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

}  // namespace tool
