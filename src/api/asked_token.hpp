// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include <ionoscloud/container_registry/identifiers.hpp>
#include <ionoscloud/container_registry/models/token.hpp>

#include "runtime/client_core.hpp"
#include "runtime/operation.hpp"

/// @file
/// Whether a response is about the token that was asked for. The checks throw `DecodeException`.

namespace ionoscloud::container_registry {
inline namespace v0 {

/// Whether two ids are those of one token. UUIDs, which are 8-4-4-4-12 hexadecimal digits, are
/// compared without the case of their letters; all others byte by byte.
[[nodiscard]] bool is_same(const TokenId& lhs, const TokenId& rhs) noexcept;

/// A token that was asked for by its id has no other; it may have none in the response.
void check_id(const Operation& operation, const CallResponse& response, const TokenResponse& token,
              const TokenId& asked);

/// A created token has an id, by which it can be deleted.
void check_has_id(const Operation& operation, const CallResponse& response,
                  const TokenResponse& token);

/// A token that was written has the name that was sent. It is its login's name too, where the
/// response has one.
void check_name(const Operation& operation, const CallResponse& response,
                const TokenResponse& token, const std::string& sent);

}  // namespace v0
}  // namespace ionoscloud::container_registry
