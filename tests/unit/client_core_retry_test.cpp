// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <chrono>
#include <string>
#include <vector>

#include <ionoscloud/container_registry/exceptions.hpp>

#include "runtime/client_core.hpp"
#include "support/caught.hpp"
#include "support/core_under_test.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

using std::chrono::hours;
using std::chrono::milliseconds;
using std::chrono::seconds;
using Waits = std::vector<milliseconds>;

TEST(ClientCoreRetry, NeedsOneAttemptWhenAllIsWell) {
  CoreUnderTest under_test;
  under_test.transport->respond(200, "body", {{"X-RequestId", "1"}});

  const CallResponse response = under_test.call(sample_operations::create);

  EXPECT_EQ(response.http.status, 200);
  EXPECT_EQ(response.http.body, "body");
  EXPECT_EQ(response.http.headers.get("X-RequestId"), "1");
  EXPECT_EQ(response.attempts, 1);
  EXPECT_EQ(response.execution, Execution::executed);
  EXPECT_FALSE(response.unclear_before);
  EXPECT_EQ(under_test.sleeper->waits(), Waits{});
}

TEST(ClientCoreRetry, TriesAgainUntilItSucceeds) {
  CoreUnderTest under_test;
  under_test.transport->fail(TransportError::connect, RequestProgress::nothing_sent);
  under_test.transport->respond(503);
  under_test.transport->respond(200);

  const CallResponse response = under_test.call(sample_operations::read);

  EXPECT_EQ(response.http.status, 200);
  EXPECT_EQ(response.attempts, 3);
  EXPECT_TRUE(response.unclear_before);
}

TEST(ClientCoreRetry, WaitsTwiceAsLongEachTime) {
  CoreUnderTest under_test;
  for (int i = 0; i < 4; ++i) under_test.transport->respond(503);
  under_test.transport->respond(200);

  static_cast<void>(under_test.call(sample_operations::read));

  EXPECT_EQ(under_test.sleeper->waits(),
            (Waits{milliseconds(250), milliseconds(500), seconds(1), seconds(2)}));
}

TEST(ClientCoreRetry, WaitsNoLongerAfter429) {
  CoreUnderTest under_test;
  under_test.transport->respond(429);
  under_test.transport->respond(200);

  static_cast<void>(under_test.call(sample_operations::create));

  EXPECT_EQ(under_test.sleeper->waits(), Waits{milliseconds(250)});
}

TEST(ClientCoreRetry, WaitsAsLongAsTheServiceAsks) {
  CoreUnderTest under_test;
  under_test.transport->respond(429, "", {{"Retry-After", "7"}});
  under_test.transport->respond(503, "", {{"Retry-After", "Wed, 25 Nov 2026 20:38:35 GMT"}});
  under_test.transport->respond(200);

  static_cast<void>(under_test.call(sample_operations::read));

  EXPECT_EQ(under_test.sleeper->waits(), (Waits{seconds(7), seconds(10)}));
}

TEST(ClientCoreRetry, StopsAfterTheLastAttempt) {
  CoreUnderTest under_test;
  for (int i = 0; i < 6; ++i) under_test.transport->respond(503);

  const CallResponse response = under_test.call(sample_operations::read);

  EXPECT_EQ(response.http.status, 503);
  EXPECT_EQ(response.attempts, 6);
  EXPECT_EQ(under_test.transport->request_count(), 6u);
  EXPECT_EQ(under_test.sleeper->waits().size(), 5u);
}

TEST(ClientCoreRetry, FollowsThePolicyOfTheCall) {
  CoreUnderTest under_test;
  under_test.transport->respond(503);
  CallOptions options;
  options.retry = RetryPolicy::none();

  const CallResponse response = under_test.call(sample_operations::read, options);

  EXPECT_EQ(response.http.status, 503);
  EXPECT_EQ(response.attempts, 1);
}

TEST(ClientCoreRetry, NeverSendsACreationAgainOnAGuess) {
  for (const Operation& operation : {sample_operations::create, sample_operations::put}) {
    for (const int status : {500, 502, 503, 504}) {
      CoreUnderTest under_test;
      under_test.transport->respond(status, "", {{"Retry-After", "0"}});

      const CallResponse response = under_test.call(operation);

      EXPECT_EQ(response.attempts, 1) << operation.name << " " << status;
      EXPECT_EQ(response.execution, Execution::unknown) << operation.name << " " << status;
    }
  }
}

TEST(ClientCoreRetry, NeverSendsACreationAgainWhenTheResponseIsLost) {
  for (const Operation& operation : {sample_operations::create, sample_operations::put}) {
    for (const auto progress : {RequestProgress::maybe_sent, RequestProgress::response_begun}) {
      CoreUnderTest under_test;
      under_test.transport->fail(TransportError::receive, progress, "the peer hung up");

      const auto error =
          caught<TransportException>([&] { static_cast<void>(under_test.call(operation)); });

      EXPECT_EQ(error.attempts(), 1);
      EXPECT_EQ(error.execution(), Execution::unknown);
      EXPECT_EQ(error.kind(), TransportError::receive);
      EXPECT_NE(std::string(error.what()).find("the peer hung up"), std::string::npos);
      EXPECT_NE(std::string(error.what()).find("may have carried it out"), std::string::npos);
    }
  }
}

TEST(ClientCoreRetry, SendsACreationAgainWhenNothingWasSent) {
  CoreUnderTest under_test;
  under_test.transport->fail(TransportError::connect, RequestProgress::nothing_sent);
  under_test.transport->respond(429);
  under_test.transport->respond(201);

  const CallResponse response = under_test.call(sample_operations::create);

  EXPECT_EQ(response.attempts, 3);
  EXPECT_FALSE(response.unclear_before);
}

TEST(ClientCoreRetry, SendsAnUnclearPutAgainWhereThePolicySaysSo) {
  CoreUnderTest under_test;
  under_test.transport->fail(TransportError::receive, RequestProgress::maybe_sent);
  under_test.transport->respond(200);
  CallOptions options;
  options.retry.emplace().repeat_unclear_put = true;

  const CallResponse response = under_test.call(sample_operations::put, options);

  EXPECT_EQ(response.attempts, 2);
  EXPECT_TRUE(response.unclear_before);
}

TEST(ClientCoreRetry, RemembersAnUnclearAttemptWhenTheLastOneIsRefused) {
  CoreUnderTest under_test;
  under_test.transport->fail(TransportError::receive, RequestProgress::maybe_sent);
  under_test.transport->respond(404);

  const CallResponse response = under_test.call(sample_operations::remove);

  EXPECT_EQ(response.http.status, 404);
  EXPECT_TRUE(response.unclear_before);
  EXPECT_EQ(response.execution, Execution::unknown);
}

TEST(ClientCoreRetry, RemembersAnUnclearAttemptWhenTheLastOneCannotConnect) {
  CoreUnderTest under_test;
  under_test.transport->respond(502);
  under_test.transport->fail(TransportError::connect, RequestProgress::nothing_sent);
  under_test.transport->fail(TransportError::resolve, RequestProgress::nothing_sent);
  CallOptions options;
  options.retry.emplace().max_attempts = 3;

  const auto error = caught<TransportException>(
      [&] { static_cast<void>(under_test.call(sample_operations::change, options)); });

  EXPECT_EQ(error.kind(), TransportError::resolve);
  EXPECT_EQ(error.attempts(), 3);
  EXPECT_EQ(error.execution(), Execution::unknown);
}

TEST(ClientCoreRetry, HoldsNothingAgainstAnAttemptThatWasRefused) {
  CoreUnderTest under_test;
  under_test.transport->respond(429);
  under_test.transport->fail(TransportError::connect, RequestProgress::nothing_sent);
  under_test.transport->respond(404);

  const CallResponse response = under_test.call(sample_operations::remove);

  EXPECT_FALSE(response.unclear_before);
  EXPECT_EQ(response.execution, Execution::none);
}

TEST(ClientCoreRetry, MeasuresAttemptsAndWaitsTogether) {
  CoreUnderTest under_test;
  under_test.transport->respond(503, "", {{"Retry-After", "2"}});
  under_test.transport->respond(200);

  const CallResponse response = under_test.call(sample_operations::read);

  EXPECT_EQ(response.elapsed, seconds(2));
}

TEST(ClientCoreRetry, BeginsNoWaitBeyondTheDeadline) {
  CoreUnderTest under_test;
  under_test.transport->respond(429, "", {{"Retry-After", "60"}});

  const CallResponse response = under_test.call(sample_operations::read);

  EXPECT_EQ(response.http.status, 429);
  EXPECT_EQ(response.retry_after, seconds(60));
  EXPECT_EQ(response.attempts, 1);
  EXPECT_EQ(under_test.sleeper->waits(), Waits{});
}

TEST(ClientCoreRetry, WaitsLongerWithALaterDeadline) {
  CoreUnderTest under_test;
  under_test.transport->respond(429, "", {{"Retry-After", "3600"}});
  under_test.transport->respond(200);
  CallOptions options;
  options.deadline = under_test.clock->now() + hours(2);

  const CallResponse response = under_test.call(sample_operations::read, options);

  EXPECT_EQ(response.attempts, 2);
  EXPECT_EQ(under_test.sleeper->waits(), Waits{hours(1)});
}

TEST(ClientCoreRetry, NeedsNoDeadlineAtAll) {
  CoreUnderTest under_test;
  under_test.transport->respond(503);
  under_test.transport->respond(200);
  CallOptions options;
  options.deadline = std::chrono::steady_clock::time_point::max();

  EXPECT_EQ(under_test.call(sample_operations::read, options).attempts, 2);
}

/// A call that would be tried six times.
int attempts_in_an_outage(CoreUnderTest& under_test) {
  const std::size_t before = under_test.transport->request_count();
  for (int i = 0; i < 6; ++i) under_test.transport->respond(503);
  static_cast<void>(under_test.call(sample_operations::read));
  const std::size_t attempts = under_test.transport->request_count() - before;
  for (std::size_t left = under_test.transport->outcomes_left(); left > 0; --left) {
    static_cast<void>(under_test.transport->exchange({}, {}));
  }
  return static_cast<int>(attempts);
}

TEST(ClientCoreRetry, IsNotMultipliedInAnOutage) {
  CoreUnderTest under_test;

  int attempts = 0;
  for (int call = 0; call < 100; ++call) attempts += attempts_in_an_outage(under_test);

  constexpr int calls = 100;
  constexpr int retries_in_the_budget = 160;
  EXPECT_EQ(attempts, calls + retries_in_the_budget);
}

TEST(ClientCoreRetry, IsPossibleAgainAfterEnoughSuccesses) {
  CoreUnderTest under_test;
  for (int call = 0; call < 50; ++call) attempts_in_an_outage(under_test);
  ASSERT_EQ(attempts_in_an_outage(under_test), 1);

  for (int call = 0; call < 25; ++call) {
    under_test.transport->respond(200);
    static_cast<void>(under_test.call(sample_operations::read));
  }

  EXPECT_EQ(attempts_in_an_outage(under_test), 6);
}

TEST(ClientCoreRetry, EarnsARetryByCallsThatSucceededLate) {
  CoreUnderTest under_test;
  for (int call = 0; call < 50; ++call) attempts_in_an_outage(under_test);
  for (int call = 0; call < 5; ++call) {
    under_test.transport->respond(200);
    static_cast<void>(under_test.call(sample_operations::read));
  }

  for (int call = 0; call < 5; ++call) {
    if (call == 0) under_test.transport->respond(503);
    under_test.transport->respond(200);
    EXPECT_EQ(under_test.call(sample_operations::read).http.status, 200);
  }

  EXPECT_EQ(attempts_in_an_outage(under_test), 2);
}

}  // namespace
}  // namespace v0
}  // namespace ionoscloud::container_registry
