// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <chrono>
#include <functional>
#include <memory>
#include <string>

#include <ionoscloud/container_registry/exceptions.hpp>

#include "runtime/client_core.hpp"
#include "support/caught.hpp"
#include "support/core_under_test.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

/// Does what it is told in each exchange, and keeps what it was given to keep to.
class ScriptedTransport final : public HttpTransport {
 public:
  HttpExchange exchange(const HttpRequest&, const ExchangeOptions& given) override {
    options.push_back(given);
    return act(given);
  }

  std::function<HttpExchange(const ExchangeOptions&)> act = [](const ExchangeOptions&) {
    HttpExchange exchange;
    exchange.response.status = 200;
    return exchange;
  };
  std::vector<ExchangeOptions> options;
};

HttpExchange timed_out(RequestProgress progress, bool while_connecting = false) {
  HttpExchange exchange;
  exchange.error = TransportError::timed_out;
  exchange.progress = progress;
  exchange.connecting_timed_out = while_connecting;
  return exchange;
}

class ClientCoreLimits : public ::testing::Test {
 protected:
  static Configuration with(std::shared_ptr<HttpTransport> transport) {
    Configuration configuration = CoreUnderTest::with_token();
    configuration.transport = std::move(transport);
    configuration.timeouts.connect = seconds(1);
    configuration.timeouts.attempt = seconds(10);
    configuration.timeouts.call = seconds(25);
    configuration.limits = {100, 200, 300};
    return configuration;
  }

  template <class ExceptionType>
  ExceptionType failure(const Operation& operation = sample_operations::create,
                        const CallOptions& options = {}) {
    return caught<ExceptionType>([&] { static_cast<void>(under_test.call(operation, options)); });
  }

  std::shared_ptr<ScriptedTransport> transport = std::make_shared<ScriptedTransport>();
  CoreUnderTest under_test{with(transport)};
};

TEST_F(ClientCoreLimits, AreHandedToTheTransport) {
  CancellationSource source;
  CallOptions options;
  options.cancellation = source.token();

  static_cast<void>(under_test.call(sample_operations::read, options));
  source.cancel();

  const ExchangeOptions given = transport->options.at(0);
  EXPECT_EQ(given.deadline, under_test.clock->now() + seconds(10));
  EXPECT_EQ(given.connect_timeout, seconds(1));
  EXPECT_EQ(given.limits.body_bytes, 100u);
  EXPECT_EQ(given.limits.header_bytes, 200u);
  EXPECT_EQ(given.limits.header_lines, 300u);
  EXPECT_TRUE(given.cancellation.is_cancelled());
}

TEST_F(ClientCoreLimits, OfAnAttemptEndWithTheCall) {
  transport->act = [this](const ExchangeOptions& given) {
    under_test.clock->advance(given.deadline - under_test.clock->now());
    return timed_out(RequestProgress::maybe_sent);
  };
  const auto start = under_test.clock->now();

  const auto error = failure<TimeoutException>(sample_operations::read);

  ASSERT_EQ(transport->options.size(), 3u);
  EXPECT_EQ(transport->options[0].deadline, start + seconds(10));
  EXPECT_EQ(transport->options[2].deadline, start + seconds(25));
  EXPECT_EQ(error.limit(), TimeLimit::call);
  EXPECT_EQ(error.attempts(), 3);
  EXPECT_EQ(under_test.clock->now(), start + seconds(25));
}

TEST_F(ClientCoreLimits, OfTheCallGiveWayToADeadline) {
  CallOptions options;
  options.deadline = under_test.clock->now() + seconds(3);

  static_cast<void>(under_test.call(sample_operations::read, options));

  EXPECT_EQ(transport->options.at(0).deadline, *options.deadline);
}

TEST_F(ClientCoreLimits, OfTheCallGiveWayToATimeout) {
  CallOptions options;
  options.timeout = seconds(3);

  static_cast<void>(under_test.call(sample_operations::read, options));

  EXPECT_EQ(transport->options.at(0).deadline, under_test.clock->now() + seconds(3));
}

TEST_F(ClientCoreLimits, HoldUntilTheEarlierOfTimeoutAndDeadline) {
  for (const auto& [timeout, deadline] : {std::pair{3, 5}, std::pair{5, 3}}) {
    CallOptions options;
    options.timeout = seconds(timeout);
    options.deadline = under_test.clock->now() + seconds(deadline);

    static_cast<void>(under_test.call(sample_operations::read, options));

    EXPECT_EQ(transport->options.back().deadline, under_test.clock->now() + seconds(3));
  }
}

TEST_F(ClientCoreLimits, TakeTheLongestTimeout) {
  CallOptions options;
  options.timeout = std::chrono::milliseconds::max();

  static_cast<void>(under_test.call(sample_operations::read, options));

  EXPECT_GT(transport->options.at(0).deadline, under_test.clock->now());
}

TEST_F(ClientCoreLimits, TakeNoTimeoutThatIsNotLongerThanNothing) {
  for (const int timeout : {0, -1}) {
    CallOptions options;
    options.timeout = std::chrono::milliseconds(timeout);

    const auto error = caught<InvalidArgumentException>(
        [&] { static_cast<void>(under_test.call(sample_operations::read, options)); });

    EXPECT_NE(std::string(error.what()).find("options.timeout must be longer than 0"),
              std::string::npos);
    EXPECT_TRUE(transport->options.empty());
  }
}

TEST_F(ClientCoreLimits, OfAnAttemptAreNamedWhenTheyRunOut) {
  transport->act = [](const ExchangeOptions&) { return timed_out(RequestProgress::maybe_sent); };

  const auto error = failure<TimeoutException>();

  EXPECT_EQ(error.limit(), TimeLimit::attempt);
  EXPECT_EQ(error.execution(), Execution::unknown);
  EXPECT_NE(std::string(error.what()).find("timeouts.attempt"), std::string::npos);
}

TEST_F(ClientCoreLimits, OfConnectingAreNamedWhenTheyRunOut) {
  transport->act = [](const ExchangeOptions&) {
    return timed_out(RequestProgress::nothing_sent, true);
  };

  const auto error = failure<TimeoutException>();

  EXPECT_EQ(error.limit(), TimeLimit::connect);
  EXPECT_EQ(error.attempts(), 6);
  EXPECT_EQ(error.execution(), Execution::none);
  EXPECT_NE(std::string(error.what()).find("timeouts.connect"), std::string::npos);
}

TEST_F(ClientCoreLimits, OfTheCallAreNamedWhenTheyRunOut) {
  CallOptions options;
  options.deadline = under_test.clock->now() + seconds(3);
  transport->act = [](const ExchangeOptions&) { return timed_out(RequestProgress::maybe_sent); };

  const auto error = failure<TimeoutException>(sample_operations::create, options);

  EXPECT_EQ(error.limit(), TimeLimit::call);
  EXPECT_NE(std::string(error.what()).find("options.deadline"), std::string::npos);
}

TEST_F(ClientCoreLimits, ThatHavePassedSendNothing) {
  for (const auto before : {milliseconds(0), milliseconds(1)}) {
    CallOptions options;
    options.deadline = under_test.clock->now() - before;

    const auto error = failure<TimeoutException>(sample_operations::create, options);

    EXPECT_EQ(error.limit(), TimeLimit::call);
    EXPECT_EQ(error.attempts(), 0);
    EXPECT_EQ(error.execution(), Execution::none);
    EXPECT_TRUE(transport->options.empty());
  }
}

TEST_F(ClientCoreLimits, OfTheDistantPastSendNothing) {
  CallOptions options;
  options.deadline = std::chrono::steady_clock::time_point::min();

  EXPECT_EQ(failure<TimeoutException>(sample_operations::create, options).attempts(), 0);
}

TEST_F(ClientCoreLimits, EndACallThatWasCancelledBefore) {
  CancellationSource source;
  source.cancel();
  CallOptions options;
  options.cancellation = source.token();

  const auto error = failure<CancelledException>(sample_operations::create, options);

  EXPECT_EQ(error.attempts(), 0);
  EXPECT_EQ(error.execution(), Execution::none);
  EXPECT_TRUE(transport->options.empty());
}

TEST_F(ClientCoreLimits, EndACallThatIsCancelledWhileItWaits) {
  transport->act = [](const ExchangeOptions&) {
    HttpExchange exchange;
    exchange.response.status = 503;
    exchange.response.headers.add("Retry-After", "5");
    return exchange;
  };
  CancellationSource source;
  under_test.sleeper->meanwhile = [&] { source.cancel(); };
  CallOptions options;
  options.cancellation = source.token();

  const auto error = failure<CancelledException>(sample_operations::remove, options);

  EXPECT_EQ(error.attempts(), 1);
  EXPECT_EQ(error.execution(), Execution::unknown);
  EXPECT_EQ(transport->options.size(), 1u);
}

TEST_F(ClientCoreLimits, EndACallThatIsCancelledInAnExchange) {
  CancellationSource source;
  transport->act = [&](const ExchangeOptions&) {
    source.cancel();
    HttpExchange exchange;
    exchange.error = TransportError::cancelled;
    exchange.progress = RequestProgress::maybe_sent;
    return exchange;
  };
  CallOptions options;
  options.cancellation = source.token();

  const auto error = failure<CancelledException>(sample_operations::read, options);

  EXPECT_EQ(error.attempts(), 1);
  EXPECT_EQ(error.execution(), Execution::unknown);
}

TEST_F(ClientCoreLimits, KeepAResponseThatCameBeforeTheCancellation) {
  CancellationSource source;
  transport->act = [&](const ExchangeOptions&) {
    source.cancel();
    HttpExchange exchange;
    exchange.response.status = 201;
    return exchange;
  };
  CallOptions options;
  options.cancellation = source.token();

  EXPECT_EQ(under_test.call(sample_operations::create, options).http.status, 201);
}

TEST_F(ClientCoreLimits, KeepAResponseThatCameAfterTheDeadline) {
  transport->act = [this](const ExchangeOptions&) {
    under_test.clock->advance(seconds(26));
    HttpExchange exchange;
    exchange.response.status = 201;
    return exchange;
  };

  EXPECT_EQ(under_test.call(sample_operations::create).http.status, 201);
}

TEST_F(ClientCoreLimits, NameWhatFailedInTheTransport) {
  transport->act = [](const ExchangeOptions&) {
    HttpExchange exchange;
    exchange.error = TransportError::tls;
    exchange.error_message = "hunter2-token\r\n\x1b[31m" + std::string(100'000, 'x');
    return exchange;
  };

  const auto error = failure<TransportException>();

  const std::string what = error.what();
  EXPECT_EQ(error.kind(), TransportError::tls);
  EXPECT_EQ(error.attempts(), 1);
  EXPECT_EQ(what.find("hunter2-token"), std::string::npos);
  EXPECT_EQ(what.find_first_of("\r\n\x1b"), std::string::npos);
  EXPECT_LT(what.size(), 1500u);
}

}  // namespace
}  // namespace v0
}  // namespace ionoscloud::container_registry
