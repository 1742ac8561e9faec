// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <string>

#include <ionoscloud/container_registry/headers.hpp>

namespace ionoscloud::container_registry {
inline namespace v0 {

/// What is to be known of the HTTP under a value.
struct HttpInfo {
  /// The status of the response.
  int status = 0;
  /// Its header lines, as they came.
  Headers headers;
  /// The service's id of the request, for its support and for logs: control characters escaped, and
  /// `[redacted]` where it repeats a secret of the call. Empty when it gave none.
  std::string request_id;
  /// How many attempts it took.
  int attempts = 0;
  /// How long the call took, attempts and waits together.
  std::chrono::microseconds elapsed{0};
};

/// A value, and how it came.
template <class T>
struct ApiResponse {
  /// What the operation returns.
  T value;
  /// The HTTP under it.
  HttpInfo http;
};

}  // namespace v0
}  // namespace ionoscloud::container_registry
