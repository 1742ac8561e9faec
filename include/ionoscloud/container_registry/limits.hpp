// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstddef>

/// @file
/// How long calls may take and how large responses may be.

namespace ionoscloud::container_registry {
inline namespace v0 {

/// Time limits, measured by the steady clock. Each must be longer than 0.
struct Timeouts {
  /// For a connection to stand: name resolution, TCP, proxy and TLS together.
  std::chrono::milliseconds connect{10'000};
  /// For one attempt, from its first step to the last byte of the response.
  std::chrono::milliseconds attempt{30'000};
  /// For one call with all its attempts and the waits between them. Each page that a `TokenRange`
  /// fetches is a call of its own. `CallOptions::deadline` takes its place for one call.
  std::chrono::milliseconds call{60'000};
};

/// Size limits for responses. A response that breaks one ends with `TransportError::too_large`.
/// Each must be more than 0.
struct Limits {
  /// Bytes of the body. Raise it to list very large pages.
  std::size_t body_bytes = 16 * 1024 * 1024;
  /// Bytes of all header lines together, those of interim responses included.
  std::size_t header_bytes = 64 * 1024;
  /// Header lines, those of interim responses included.
  std::size_t header_lines = 256;
};

}  // namespace v0
}  // namespace ionoscloud::container_registry
