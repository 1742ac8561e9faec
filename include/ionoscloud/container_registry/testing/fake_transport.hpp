// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include <ionoscloud/container_registry/headers.hpp>
#include <ionoscloud/container_registry/transport.hpp>
#include <ionoscloud/container_registry/transport_error.hpp>

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace testing {

/// A transport without a network: it responds in memory, in the order and with the faults that it
/// is told, and keeps what it was asked.
///
///     auto fake = std::make_shared<cr::testing::FakeTransport>();
///     fake->fail(cr::TransportError::connect, cr::RequestProgress::nothing_sent);
///     fake->respond(204);
///
///     cr::Configuration configuration;
///     configuration.token = "any";
///     configuration.transport = fake;
///     cr::TokensApi tokens{cr::ApiClient(configuration)};
///     tokens.registries_tokens_delete("my-registry", "my-token");
///
///     EXPECT_EQ(fake->request_count(), 2u);        // refused once, then responded
///
/// Each request uses up one outcome. A request for which none is left is a mistake of the test, and
/// ends with `std::logic_error`, which no handler for the library's own exceptions takes for a
/// failure of the service. Part of the component `ionoscloud::container-registry-testing`. Safe to
/// use from any number of threads; requests that arrive at once get their outcomes in any order.
class FakeTransport final : public HttpTransport {
 public:
  /// A transport that has no outcome yet.
  FakeTransport();
  ~FakeTransport() override;

  /// The next request gets this response.
  void respond(HttpResponse response);

  /// The next request gets a response of this status, body and header lines.
  void respond(int status, std::string body = {}, Headers headers = {});

  /// The next request gets no response, for that reason and after that much of it was sent. The
  /// message becomes part of the exception's `what()`.
  void fail(TransportError error, RequestProgress progress,
            std::string message = "a failure that the test asked for");

  /// The next request's response breaks off: `arrived` has come of it, a whole head and that much
  /// of the body, when `error` ended it.
  void break_off(HttpResponse arrived, TransportError error = TransportError::receive);

  /// The next request waits until its deadline has passed by the steady clock, or its call is
  /// cancelled, and ends as timed out or as cancelled.
  void hang(RequestProgress progress = RequestProgress::maybe_sent);

  /// What arrived, oldest first, requests without an outcome included. Each `authorization` is a
  /// `Secret`, so that printing a request doesn't show it.
  [[nodiscard]] std::vector<HttpRequest> requests() const;

  /// How many requests arrived.
  [[nodiscard]] std::size_t request_count() const;

  /// How many outcomes no request has used up. 0 at the end of a test that told no more than was
  /// needed.
  [[nodiscard]] std::size_t outcomes_left() const;

  /// Plays the next outcome. Throws `std::logic_error`, naming the method and the URL, when there
  /// is none.
  [[nodiscard]] HttpExchange exchange(const HttpRequest& request,
                                      const ExchangeOptions& options) override;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace testing
}  // namespace v0
}  // namespace ionoscloud::container_registry
