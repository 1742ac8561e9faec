// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <utility>

#include <ionoscloud/container_registry/api_response.hpp>
#include <ionoscloud/container_registry/call_options.hpp>

#include "runtime/client_core.hpp"
#include "runtime/operation.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {

/// An operation with its arguments, ready to be sent: what it sends, and how its answer is read.
/// Arguments that can't work were refused when it was made.
template <class T>
struct ApiCall {
  const Operation& operation;
  CallRequest request;
  /// Throws an `Exception` when the answer is a refusal or can't be read.
  std::function<ApiResponse<T>(CallAnswer)> read;
};

/// Makes the call on this thread.
template <class T>
[[nodiscard]] ApiResponse<T> run(ClientCore& core, ApiCall<T> call, const CallOptions& options) {
  return call.read(core.call(call.operation, std::move(call.request), options));
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
