// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ionoscloud/container_registry/exceptions.hpp>
#include <ionoscloud/container_registry/transport.hpp>

#include "runtime/operation.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {

/// What is known after one attempt.
struct Evidence {
  /// The response is a 2xx: the call is over.
  bool success = false;
  /// Whether the service may have carried the request out.
  Execution execution = Execution::none;
  /// Whether it may be sent again without doing harm, and with some hope.
  bool repeatable = false;
};

/// Judges one attempt. `unclear_put_repeats` is `RetryPolicy::repeat_unclear_put`.
[[nodiscard]] Evidence classify(const HttpExchange& exchange, const Operation& operation,
                                bool unclear_put_repeats) noexcept;

}  // namespace v0
}  // namespace ionoscloud::container_registry
