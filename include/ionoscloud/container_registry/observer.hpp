// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include <ionoscloud/container_registry/exceptions.hpp>
#include <ionoscloud/container_registry/export.hpp>
#include <ionoscloud/container_registry/transport.hpp>

/// @file
/// What a client does, for logs, metrics and traces.

namespace ionoscloud::container_registry {
inline namespace v0 {

/// Which call an event belongs to. Fit for the labels of a metric but for `number`: nothing in it
/// depends on what the call is about.
struct ObservedCall {
  /// The API's operation id, such as `registries_tokens_post`.
  std::string_view operation;
  /// The method.
  HttpMethod method;
  /// The path with its parameters in braces: `/registries/{registryId}/tokens`.
  std::string_view path;
  /// Tells the calls of a client apart; counted from 1.
  std::uint64_t number = 0;
};

/// An attempt of a call is over.
struct AttemptFinished {
  /// The call that it belongs to.
  ObservedCall call;
  /// Counted from 1.
  int attempt = 0;
  /// The status of the response; 0 when none came.
  int status = 0;
  /// Why no whole response came.
  std::optional<TransportError> error;
  /// The service's id of the request, for logs: control characters escaped, and `[redacted]` where
  /// it repeats a secret of the call. Empty when it gave none.
  std::string_view request_id;
  /// Size of the request's body, in bytes.
  std::size_t request_bytes = 0;
  /// Size of the response's body, in bytes, as far as it came.
  std::size_t response_bytes = 0;
  /// How long it took, from the first step to the last byte.
  std::chrono::microseconds elapsed{0};
  /// How long its phases took; nothing with a transport that doesn't measure them.
  std::optional<ExchangePhases> phases;
  /// How long the call waits before it tries again; nothing when this was its last attempt.
  std::optional<std::chrono::milliseconds> next_attempt_in;
};

/// A call is over. Whether its response can be read is found out afterwards.
struct CallFinished {
  /// The call.
  ObservedCall call;
  /// How often it was tried; 0 when it ended before the first attempt.
  int attempts = 0;
  /// Whether it got a 2xx.
  bool succeeded = false;
  /// The status of the last response; 0 when none came.
  int status = 0;
  /// Why no whole response came; nothing too when the credentials provider failed.
  std::optional<TransportError> error;
  /// Whether the service may have carried it out.
  Execution execution = Execution::none;
  /// How long it took, attempts and waits together.
  std::chrono::microseconds elapsed{0};
};

/// Is told what the calls of a client do: see `Configuration::observer`. Derive from it and
/// override what you want to know.
///
/// It is called on the threads that make the calls, by several at once, and the calls wait for it.
/// Views in an event are valid until the function returns. No event holds a secret, a URL or the id
/// of a registry or token.
class IONOSCLOUD_CR_EXPORT Observer {
 public:
  Observer() = default;
  Observer(const Observer&) = delete;
  Observer& operator=(const Observer&) = delete;
  virtual ~Observer();

  /// A call has begun: its arguments are fine, nothing was sent yet.
  virtual void on_call_begun(const ObservedCall& call) noexcept;
  /// An attempt is over.
  virtual void on_attempt_finished(const AttemptFinished& event) noexcept;
  /// A call is over; the last event of a call.
  virtual void on_call_finished(const CallFinished& event) noexcept;
};

}  // namespace v0
}  // namespace ionoscloud::container_registry
