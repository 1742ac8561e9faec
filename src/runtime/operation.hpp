// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <optional>
#include <string_view>

#include <ionoscloud/container_registry/salvaged_token.hpp>
#include <ionoscloud/container_registry/transport.hpp>

namespace ionoscloud::container_registry {
inline namespace v0 {

/// What a second run of an operation would do.
enum class Safety {
  /// Nothing: it only reads.
  safe,
  /// Nothing that the first run hasn't done.
  idempotent,
  /// Create once more, or conflict with what the first run created.
  creates,
  /// Lose a password that is shown once: the first run's response has it, the second's doesn't.
  creates_credential,
};

/// Whether a second run would create once more, or conflict with the first one.
[[nodiscard]] constexpr bool creates(Safety safety) noexcept {
  return safety == Safety::creates || safety == Safety::creates_credential;
}

/// Saves from a response that can't be read what it still held of a token that was created, by an
/// attempt that began `since_begin` ago.
using Salvage = std::optional<SalvagedToken> (*)(const HttpResponse& response,
                                                 std::chrono::steady_clock::duration since_begin);

/// One operation of the API.
struct Operation {
  /// The API's operation id.
  std::string_view name;
  HttpMethod method;
  /// The path behind the base URL, parameters in braces.
  std::string_view path;
  Safety safety;
  /// For what `creates_credential`.
  Salvage salvage = nullptr;
};

}  // namespace v0
}  // namespace ionoscloud::container_registry
