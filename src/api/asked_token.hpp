// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include <ionoscloud/container_registry/models/token.hpp>

#include "runtime/client_core.hpp"
#include "runtime/operation.hpp"

/// @file
/// Whether a response is about the token that was created. The checks throw `DecodeException`.

namespace ionoscloud::container_registry {
inline namespace v0 {

/// A created token has an id, by which it can be deleted.
void check_has_id(const Operation& operation, const CallResponse& response,
                  const TokenResponse& token);

/// A token that was written has the name that was sent. It is its login's name too, where the
/// response has one.
void check_name(const Operation& operation, const CallResponse& response,
                const TokenResponse& token, const std::string& sent);

}  // namespace v0
}  // namespace ionoscloud::container_registry
