// SPDX-License-Identifier: Apache-2.0
#include "curl/transfer_outcome.hpp"

#include <new>
#include <optional>
#include <utility>

#include "curl/error_table.hpp"
#include "system/socket.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

const char* stage(RequestProgress progress) noexcept {
  switch (progress) {
    case RequestProgress::nothing_sent:
      return "before the request was sent";
    case RequestProgress::maybe_sent:
      return "before a response came";
    case RequestProgress::response_begun:
      return "before the response was complete";
  }
  return "";
}

}  // namespace

HttpExchange TransferOutcome::ended(CURLcode code, std::string_view detail) {
  if (events_.out_of_memory) throw std::bad_alloc();
  if (events_.repeat_refused) {
    return failed(TransportError::receive, "the connection, kept from a call before, was closed");
  }
  if (events_.pin_refused) {
    return failed(TransportError::pin,
                  "the server's certificate is none of those in tls.pinned_certificates; if it was "
                  "renewed, pin the new one beside the old");
  }
  if (code == CURLE_OK) response_.end();
  const std::optional<ResponseFault>& fault = response_.fault();
  const bool whole = code == CURLE_OK && !fault;
  if (whole || response_.is_error_response()) return responded();
  if (fault) return failed(fault->error, fault->message);
  if (code == CURLE_OUT_OF_MEMORY && events_.request_begun && !response_.head_complete()) {
    // What libcurl calls a header line of more than 100 KiB.
    return failed(TransportError::too_large, "the response's head has a line that is too long");
  }
  const bool no_descriptor_left =
      code != CURLE_OK && !events_.request_begun && !has_free_descriptor();
  if (code == CURLE_OUT_OF_MEMORY && !no_descriptor_left) throw std::bad_alloc();
  if (code != CURLE_OK && flood_guard_.has_seen_flood()) {
    return failed(TransportError::protocol,
                  "the connection was closed, since the server sent no end of what belongs to no "
                  "response");
  }

  TransferEnd end = transfer_end(easy_, code, detail, progress());
  end.no_descriptor_left = no_descriptor_left;
  Failure failure = failure_of(end);
  HttpExchange exchange = failed(failure.error, std::move(failure.message), failure.progress);
  exchange.connecting_timed_out = failure.error == TransportError::timed_out;
  return exchange;
}

HttpExchange TransferOutcome::given_up(TransportError reason) {
  return reason == TransportError::cancelled
             ? failed(reason, std::string("cancelled ") + stage(progress()))
             : out_of_time();
}

/// What was known before the time ran out says more than that.
HttpExchange TransferOutcome::out_of_time() {
  if (response_.is_error_response()) return responded();
  if (const auto& fault = response_.fault()) return failed(fault->error, fault->message);
  // A proxy that has refused has done so, though it takes its time with the rest.
  Failure refusal = failure_of(transfer_end(easy_, CURLE_OPERATION_TIMEDOUT, "", progress()));
  if (refusal.error == TransportError::proxy) {
    return failed(refusal.error, std::move(refusal.message), refusal.progress);
  }
  return failed(TransportError::timed_out, std::string("the time ran out ") + stage(progress()));
}

HttpExchange TransferOutcome::responded() {
  HttpExchange exchange;
  exchange.response = response_.take();
  exchange.progress = RequestProgress::response_begun;
  return exchange;
}

HttpExchange TransferOutcome::failed(TransportError error, std::string message) {
  return failed(error, std::move(message), progress());
}

HttpExchange TransferOutcome::failed(TransportError error, std::string message,
                                     RequestProgress progress) {
  HttpExchange exchange;
  if (response_.head_complete()) exchange.response = response_.take();
  response_.discard();
  exchange.error = error;
  exchange.error_message = std::move(message);
  exchange.progress = progress;
  return exchange;
}

RequestProgress TransferOutcome::progress() const noexcept {
  if (response_.begun()) return RequestProgress::response_begun;
  return events_.request_begun ? RequestProgress::maybe_sent : RequestProgress::nothing_sent;
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
