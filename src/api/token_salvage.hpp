// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <optional>

#include <ionoscloud/container_registry/headers.hpp>
#include <ionoscloud/container_registry/salvaged_token.hpp>
#include <ionoscloud/container_registry/timestamp.hpp>
#include <ionoscloud/container_registry/transport.hpp>

namespace ionoscloud::container_registry {
inline namespace v0 {

/// The earliest moment, by the service's own clock, at which an attempt can have done something:
/// it began `since_begin` ago, and got a response with these headers. Nothing unless they have
/// one `Date` in the form that HTTP asks for: what is read generously may be read as too early.
[[nodiscard]] std::optional<Timestamp> not_before(const Headers& headers,
                                                  std::chrono::steady_clock::duration since_begin);

/// What a damaged response to an attempt that began `since_begin` ago still held of the token that
/// it created.
[[nodiscard]] std::optional<SalvagedToken> salvage_token(
    const HttpResponse& response, std::chrono::steady_clock::duration since_begin);

}  // namespace v0
}  // namespace ionoscloud::container_registry
