// SPDX-License-Identifier: Apache-2.0
#include "runtime/evidence.hpp"

#include <cstddef>

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

/// The ways in which an attempt can fail, as far as repeating it is concerned.
enum class Failure {
  /// No byte was sent, and the next attempt may fare better.
  not_sent,
  /// Something was sent, and no response tells what became of it.
  unclear,
  /// 429.
  throttled,
  /// 502, 503, 504: the gateway doesn't know either.
  unavailable,
  /// 500.
  server_error,
  /// Anything else: it would end the same way.
  settled,
};

/// Rows as in `Safety`, columns as in `Failure`: whether the request may be sent again.
constexpr bool may_repeat[][6] = {
    // not_sent, unclear, throttled, unavailable, server_error, settled
    {true, true, true, true, true, false},     // safe
    {true, true, true, true, false, false},    // idempotent
    {true, false, true, false, false, false},  // creates
    {true, false, true, false, false, false},  // creates_credential
};

Failure failure_of(TransportError error, RequestProgress progress) noexcept {
  switch (error) {
    case TransportError::proxy:
    case TransportError::tls:
    case TransportError::pin:
    case TransportError::too_large:
    case TransportError::cancelled:
      return Failure::settled;
    default:
      return progress == RequestProgress::nothing_sent ? Failure::not_sent : Failure::unclear;
  }
}

Failure failure_of(int status) noexcept {
  switch (status) {
    case 429:
      return Failure::throttled;
    case 500:
      return Failure::server_error;
    case 502:
    case 503:
    case 504:
      return Failure::unavailable;
    default:
      return Failure::settled;
  }
}

/// A refusal settles that nothing was done, and so does a redirect to where it would be done. A 303
/// doesn't: it is what one is sent who has been served. Nor does a failure of the server.
Execution execution_of(int status) noexcept {
  switch (status) {
    case 300:
    case 301:
    case 302:
    case 305:
    case 307:
    case 308:
    case 501:
      return Execution::none;
    default:
      return status >= 400 && status < 500 ? Execution::none : Execution::unknown;
  }
}

Safety safety_of(const Operation& operation, bool unclear_put_repeats) noexcept {
  const bool relaxed = unclear_put_repeats && operation.method == HttpMethod::put;
  return relaxed ? Safety::idempotent : operation.safety;
}

}  // namespace

Evidence classify(const HttpExchange& exchange, const Operation& operation,
                  bool unclear_put_repeats) noexcept {
  const int status = exchange.response.status;
  Evidence evidence;
  if (!exchange.error && status >= 200 && status < 300) {
    evidence.success = true;
    evidence.execution = Execution::executed;
    return evidence;
  }

  const Failure failure =
      exchange.error ? failure_of(*exchange.error, exchange.progress) : failure_of(status);
  evidence.repeatable =
      may_repeat[static_cast<std::size_t>(safety_of(operation, unclear_put_repeats))]
                [static_cast<std::size_t>(failure)];
  if (exchange.error && status >= 200 && status < 300) {
    // It broke off behind its head. A second response would not have the password of the first.
    evidence.execution = Execution::executed;
    if (operation.safety == Safety::creates_credential) evidence.repeatable = false;
  } else if (exchange.error) {
    evidence.execution =
        exchange.progress == RequestProgress::nothing_sent ? Execution::none : Execution::unknown;
  } else {
    evidence.execution = execution_of(status);
  }
  return evidence;
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
