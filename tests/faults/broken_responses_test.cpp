// SPDX-License-Identifier: Apache-2.0
// Fault matrix: status lines, headers and bodies that are broken.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <string>
#include <tuple>

#include "faults/broken_responses.hpp"
#include "faults/outcome.hpp"
#include "faults/tested_operations.hpp"
#include "support/exchanges.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

using testing::Combine;
using testing::ValuesIn;

constexpr std::size_t body_limit = 1024 * 1024;

class EvidenceOfTransport : public testing::TestWithParam<BrokenResponse> {};

TEST_P(EvidenceOfTransport, IsRight) {
  const BrokenResponse& broken = GetParam();
  RawServer server(broken);
  ExchangeOptions options = broken.error == TransportError::timed_out ? hasty() : patient();
  options.limits.body_bytes = body_limit;

  const HttpExchange exchange = direct_transport()->exchange(get(server.url()), options);

  EXPECT_EQ(exchange.error, broken.error) << exchange.error_message;
  EXPECT_EQ(exchange.progress, broken.progress);
  EXPECT_NE(exchange.error_message, "");
  EXPECT_EQ(exchange.response.status, broken.head_complete ? 200 : 0);
  EXPECT_EQ(server.connections(), 1U);
}

const auto name_of_response = [](const auto& test) { return test.param.name; };

INSTANTIATE_TEST_SUITE_P(For, EvidenceOfTransport, ValuesIn(broken_responses()), name_of_response);
INSTANTIATE_TEST_SUITE_P(ForSilent, EvidenceOfTransport, ValuesIn(silent_responses()),
                         name_of_response);

class Broken : public testing::TestWithParam<std::tuple<BrokenResponse, TestedOperation>> {
 protected:
  Tokens tokens(const RawServer& server) const {
    Configuration configuration = configuration_for(server.url());
    configuration.limits.body_bytes = body_limit;
    if (broken_.error == TransportError::timed_out) {
      configuration.timeouts.attempt = std::chrono::milliseconds(200);
    }
    return Tokens(configuration);
  }

  int attempts() const {
    return broken_.error == TransportError::too_large ? 1 : attempts_of(operation_, execution_);
  }

  Outcome expected() const {
    if (broken_.error == TransportError::timed_out) {
      return {"Timeout(attempt)", execution_, attempts()};
    }
    // What a creating response still held may be saved, and is in this exception.
    if (execution_ == Execution::executed && operation_.shows_credential()) {
      return {"Decode", execution_, attempts()};
    }
    const bool large = broken_.error == TransportError::too_large;
    const bool receive = broken_.error == TransportError::receive;
    const std::string kind = large ? "too_large" : receive ? "receive" : "protocol";
    return {"Transport(" + kind + ")", execution_, attempts()};
  }

  const BrokenResponse& broken_ = std::get<0>(GetParam());
  const TestedOperation& operation_ = std::get<1>(GetParam());
  const Execution execution_ = broken_.head_complete || (broken_.read_on && operation_.creates())
                                   ? Execution::executed
                                   : Execution::unknown;
};

TEST_P(Broken, EachTimeIsReported) {
  RawServer server(broken_);

  EXPECT_EQ(outcome_of(operation_, tokens(server)), expected());
  EXPECT_EQ(server.requests().size(), static_cast<std::size_t>(attempts()));
}

TEST_P(Broken, OnceIsMendedWhereItMayBe) {
  RawServer server(once(broken_));

  const Outcome outcome = outcome_of(operation_, tokens(server));

  EXPECT_EQ(outcome, attempts() == 1 ? expected() : success);
  EXPECT_EQ(server.requests().size(), attempts() == 1 ? 1U : 2U);
}

const auto names = [](const auto& test) {
  return std::get<0>(test.param).name + "_" + std::get<1>(test.param).name;
};

INSTANTIATE_TEST_SUITE_P(Response, Broken,
                         Combine(ValuesIn(broken_responses()), ValuesIn(tested_operations())),
                         names);
INSTANTIATE_TEST_SUITE_P(Silent, Broken,
                         Combine(ValuesIn(silent_responses()), ValuesIn(find_and_post())), names);

/// What came of a POST that is responded to with these bytes and FIN.
HttpExchange post_responded_with(const std::string& bytes,
                                 const ExchangeOptions& options = patient_create()) {
  const RawServer server([&](RawConnection& client) {
    client.read_request();
    client.send(bytes);
  });
  return direct_transport()->exchange(request(HttpMethod::post, server.url()), options);
}

TEST(BrokenResponse, KeepsItsHeadAndWhatArrivedOfItsBody) {
  const auto exchange = post_responded_with(
      "HTTP/1.1 201 Created\r\nX-RequestId: 7\r\nContent-Length: 10\r\n\r\nshort");

  EXPECT_EQ(exchange.response.status, 201);
  EXPECT_EQ(exchange.response.headers.get("X-RequestId"), "7");
  EXPECT_EQ(exchange.response.body, "short");
}

TEST(BrokenResponse, KeepsNothingOfAHeadThatIsCutOff) {
  const auto exchange = post_responded_with("HTTP/1.1 201 Created\r\nX-RequestId: 7\r\n");

  EXPECT_EQ(exchange.response.status, 0);
  EXPECT_TRUE(exchange.response.headers.empty());
}

TEST(BrokenResponse, KeepsABodyThatIsTooLongUpToTheLimitSinceItMayHoldAPassword) {
  ExchangeOptions options = patient_create();
  options.limits.body_bytes = 4;

  const auto exchange =
      post_responded_with("HTTP/1.1 201 Created\r\nContent-Length: 5\r\n\r\nshort", options);

  EXPECT_EQ(exchange.error, TransportError::too_large);
  EXPECT_EQ(exchange.response.body, "shor");
}

TEST(BrokenResponse, DoesNotSpoilTheNextCall) {
  const std::string token = "/containerregistries/registries/r/tokens/t";
  for (const BrokenResponse& broken : broken_responses()) {
    RawServer server(once(broken));
    const auto transport = direct_transport();
    ExchangeOptions options = patient();
    options.limits.body_bytes = body_limit;
    EXPECT_TRUE(transport->exchange(get(server.url(token)), options).error);

    const HttpExchange exchange = transport->exchange(get(server.url(token)), options);

    EXPECT_EQ(exchange.response.status, 200) << broken << exchange.error_message;
  }
}

}  // namespace
}  // namespace v0
}  // namespace ionoscloud::container_registry
