// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <curl/curl.h>
#include <ionoscloud/container_registry/transport.hpp>
#include <ionoscloud/container_registry/transport_error.hpp>

#include <string>
#include <string_view>

#include "curl/flood_guard.hpp"
#include "curl/response_reader.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {

/// What a transfer's callbacks have noted, which libcurl doesn't tell at its end.
struct TransferEvents {
  /// A connection stood, and libcurl began to send the request.
  bool request_begun = false;
  /// libcurl would have sent the request again by itself, and was kept from it.
  bool repeat_refused = false;
  /// The server's certificate was none of those that are pinned.
  bool pin_refused = false;
  /// A callback found no memory.
  bool out_of_memory = false;
};

/// Judges what came of a transfer, from libcurl's code, the events and the response. It only looks
/// at them, and takes the response: made when it is needed, for one judgement.
class TransferOutcome {
 public:
  TransferOutcome(CURL* easy, const TransferEvents& events, const FloodGuard& flood_guard,
                  ResponseReader& response) noexcept
      : easy_(easy), events_(events), flood_guard_(flood_guard), response_(response) {}

  /// When libcurl is done: `detail` are its own words, perhaps none. Throws `std::bad_alloc`.
  [[nodiscard]] HttpExchange ended(CURLcode code, std::string_view detail);

  /// When it was given up: `timed_out` or `cancelled`. Throws `std::bad_alloc`.
  [[nodiscard]] HttpExchange given_up(TransportError reason);

  /// When it failed with `error`, whatever else is known. Throws `std::bad_alloc`.
  [[nodiscard]] HttpExchange failed(TransportError error, std::string message);

 private:
  [[nodiscard]] HttpExchange responded();
  [[nodiscard]] HttpExchange out_of_time();
  [[nodiscard]] HttpExchange failed(TransportError error, std::string message,
                                    RequestProgress progress);
  [[nodiscard]] RequestProgress progress() const noexcept;

  CURL* easy_;
  const TransferEvents& events_;
  const FloodGuard& flood_guard_;
  ResponseReader& response_;
};

}  // namespace v0
}  // namespace ionoscloud::container_registry
