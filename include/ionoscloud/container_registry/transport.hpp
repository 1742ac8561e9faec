// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <optional>
#include <string>

#include <ionoscloud/container_registry/cancellation.hpp>
#include <ionoscloud/container_registry/export.hpp>
#include <ionoscloud/container_registry/headers.hpp>
#include <ionoscloud/container_registry/limits.hpp>
#include <ionoscloud/container_registry/secret.hpp>
#include <ionoscloud/container_registry/transport_error.hpp>

/// @file
/// The seam between this library and HTTP: what a test fakes, and where a stack of your own goes.

namespace ionoscloud::container_registry {
inline namespace v0 {

/// The methods that the API uses.
enum class HttpMethod { get, head, post, put, patch, del };

/// The method as the wire has it: `GET`, `DELETE`, …
[[nodiscard]] IONOSCLOUD_CR_EXPORT const char* to_string(HttpMethod method) noexcept;

/// One request, complete: a transport adds nothing but what HTTP itself needs (`Host`,
/// `Content-Length`).
struct HttpRequest {
  /// The method.
  HttpMethod method = HttpMethod::get;
  /// The absolute URL, everything in it encoded.
  std::string url;
  /// The header lines but for `Authorization`. They hold no CR, LF or NUL.
  Headers headers;
  /// The value of the `Authorization` header; empty for none. For this host alone.
  Secret authorization;
  /// The body. POST, PUT and PATCH have one, even if it is empty; the others have none.
  std::string body;
};

/// One whole response.
struct HttpResponse {
  /// The status, 200 to 599 as a rule; 0 in an exchange that failed.
  int status = 0;
  /// The header lines of the final response.
  Headers headers;
  /// The body, without the codings of a Content-Encoding line.
  std::string body;
};

/// How far a request got before its exchange ended.
enum class RequestProgress {
  /// Not a byte of the request was sent: the service can't have carried it out.
  nothing_sent,
  /// Some of it was sent, perhaps all: the service may have carried it out.
  maybe_sent,
  /// The response had begun.
  response_begun,
};

/// What one exchange must keep to.
struct ExchangeOptions {
  /// When it must be over, response and all.
  std::chrono::steady_clock::time_point deadline;
  /// How long the connection may take to stand, TLS included.
  std::chrono::milliseconds connect_timeout{0};
  /// Ends it from outside.
  CancellationToken cancellation;
  /// How large the response may be.
  Limits limits;
  /// Whether the request creates something, so that a second run would do harm. A transport takes
  /// more care of such a request: libcurl's sends it on no connection that may be about to close,
  /// and keeps what arrived of a broken response, which may hold a password.
  bool creates = false;
  /// Whether somebody wants to know `HttpExchange::phases`.
  bool measure = false;
};

/// How long the phases of an exchange took. A phase that it didn't have, such as a DNS lookup on a
/// kept connection, or that it didn't come to, took 0.
struct ExchangePhases {
  /// To find the address of the host.
  std::chrono::microseconds dns_lookup{0};
  /// To connect.
  std::chrono::microseconds connect{0};
  /// To shake hands.
  std::chrono::microseconds tls{0};
  /// To send the request and wait for the first byte of the response.
  std::chrono::microseconds wait{0};
  /// To receive the response.
  std::chrono::microseconds receive{0};
};

/// What came of one exchange: a response or an error, and the evidence.
struct HttpExchange {
  /// The response; a refusal is one by its status, however broken the rest. With an error, what
  /// came: nothing (status 0), or a head and some of the body, which may still hold a password.
  HttpResponse response;
  /// Why there is no response.
  std::optional<TransportError> error;
  /// With an error: one line about it for people, without secrets.
  std::string error_message;
  /// With `TransportError::timed_out`: whether it was `connect_timeout` that ran out.
  bool connecting_timed_out = false;
  /// How far the request got. With a response, `response_begun`.
  RequestProgress progress = RequestProgress::nothing_sent;
  /// How long its phases took, where `ExchangeOptions::measure` asks for it and the transport can
  /// tell.
  std::optional<ExchangePhases> phases;
};

/// Sends requests and reads responses. It reports evidence and decides nothing: no retries, no
/// redirects, no cookies.
///
/// An implementation must be safe to use from any number of threads at once, return within 250 ms
/// of the deadline or of a cancellation, and never send one request twice. It reports failures in
/// its result and throws nothing but `std::bad_alloc`.
class IONOSCLOUD_CR_EXPORT HttpTransport {
 public:
  HttpTransport() = default;
  HttpTransport(const HttpTransport&) = delete;
  HttpTransport& operator=(const HttpTransport&) = delete;
  virtual ~HttpTransport();

  /// Sends `request` once and waits for what comes of it.
  [[nodiscard]] virtual HttpExchange exchange(const HttpRequest& request,
                                              const ExchangeOptions& options) = 0;
};

}  // namespace v0
}  // namespace ionoscloud::container_registry
