// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <optional>

#include <ionoscloud/container_registry/cancellation.hpp>
#include <ionoscloud/container_registry/headers.hpp>
#include <ionoscloud/container_registry/retry_policy.hpp>

namespace ionoscloud::container_registry {
inline namespace v0 {

/// What is different for one call.
///
///     cr::CallOptions options;
///     options.timeout = std::chrono::seconds(5);
///     tokens.registries_tokens_delete(registry, token, options);
struct CallOptions {
  /// When the call must be over, with all its attempts and waits, in place of `Timeouts::call`. One
  /// deadline may be given to several calls; for a `TokenRange` it covers all pages.
  std::optional<std::chrono::steady_clock::time_point> deadline;
  /// How long the call may take, with all its attempts and waits, from when it begins. Longer than
  /// 0. Lists, the reconciled create and all else that takes several calls count it once, from
  /// their own beginning. Where `deadline` is set too, the earlier of the two holds.
  std::optional<std::chrono::milliseconds> timeout;
  /// How often the call is tried, in place of `Configuration::retry`.
  std::optional<RetryPolicy> retry;
  /// Ends the call from another thread.
  CancellationToken cancellation;
  /// More header lines. `Authorization`, `Host`, `Content-Length`, `Content-Type`, `Accept`,
  /// `Connection`, `Transfer-Encoding`, `Expect`, `Cookie` and `User-Agent` are the library's own
  /// and refused, and so is CR, LF or NUL anywhere.
  Headers headers;
};

}  // namespace v0
}  // namespace ionoscloud::container_registry
