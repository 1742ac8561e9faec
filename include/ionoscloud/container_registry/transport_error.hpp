// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ionoscloud/container_registry/export.hpp>

namespace ionoscloud::container_registry {
inline namespace v0 {

/// Why an exchange brought no whole response.
enum class TransportError {
  /// The host's name, or the proxy's, wasn't found.
  resolve,
  /// No connection came about.
  connect,
  /// The proxy refused: its user or password is wrong, or the host isn't allowed. Final, unlike
  /// `connect`: a refused password that is sent again and again locks accounts.
  proxy,
  /// TLS failed: the certificate, the host's name in it, the handshake.
  tls,
  /// The certificate isn't one of those that are pinned.
  pin,
  /// The request couldn't be sent whole.
  send,
  /// The response broke off, or never began.
  receive,
  /// The response isn't proper HTTP.
  protocol,
  /// The response is larger than `Limits` allows.
  too_large,
  /// A time limit ran out. Callers see a `TimeoutException`.
  timed_out,
  /// The caller cancelled. Callers see a `CancelledException`.
  cancelled,
};

/// The name of the enumerator: `timed_out`, … The text lives as long as the program.
[[nodiscard]] IONOSCLOUD_CR_EXPORT const char* to_string(TransportError error) noexcept;

}  // namespace v0
}  // namespace ionoscloud::container_registry
