// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <ionoscloud/container_registry/testing/fake_transport.hpp>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

namespace cr = ionoscloud::container_registry;
using cr::testing::FakeTransport;

namespace {

cr::HttpRequest request_to(std::string url) {
  cr::HttpRequest request;
  request.method = cr::HttpMethod::post;
  request.url = std::move(url);
  request.headers.add("Accept", "application/json");
  request.authorization = "Bearer hidden";
  request.body = "{}";
  return request;
}

cr::ExchangeOptions with_deadline_in(std::chrono::steady_clock::duration time) {
  cr::ExchangeOptions options;
  options.deadline = std::chrono::steady_clock::now() + time;
  return options;
}

TEST(FakeTransport, RespondsInTheOrderOfItsOutcomes) {
  FakeTransport fake;
  fake.respond(201, "first", {{"X-RequestId", "1"}});
  fake.respond(cr::HttpResponse{404, {}, "second"});

  const cr::HttpExchange first = fake.exchange(request_to("https://host/1"), {});
  const cr::HttpExchange second = fake.exchange(request_to("https://host/2"), {});

  EXPECT_EQ(first.response.status, 201);
  EXPECT_EQ(first.response.body, "first");
  EXPECT_EQ(first.response.headers.get("X-RequestId"), "1");
  EXPECT_EQ(second.response.status, 404);
  EXPECT_EQ(second.response.body, "second");
}

TEST(FakeTransport, ReportsAResponseAsBegunAndWithoutAnError) {
  FakeTransport fake;
  fake.respond(200);

  const cr::HttpExchange exchange = fake.exchange(request_to("https://host/"), {});

  EXPECT_FALSE(exchange.error.has_value());
  EXPECT_EQ(exchange.progress, cr::RequestProgress::response_begun);
}

TEST(FakeTransport, FailsAsConfigured) {
  FakeTransport fake;
  fake.fail(cr::TransportError::receive, cr::RequestProgress::maybe_sent, "cut off");

  const cr::HttpExchange exchange = fake.exchange(request_to("https://host/"), {});

  EXPECT_EQ(exchange.error, cr::TransportError::receive);
  EXPECT_EQ(exchange.progress, cr::RequestProgress::maybe_sent);
  EXPECT_EQ(exchange.error_message, "cut off");
}

TEST(FakeTransport, KeepsTheRequests) {
  FakeTransport fake;
  fake.respond(200);
  fake.fail(cr::TransportError::connect, cr::RequestProgress::nothing_sent);

  static_cast<void>(fake.exchange(request_to("https://host/1"), {}));
  static_cast<void>(fake.exchange(request_to("https://host/2"), {}));

  const std::vector<cr::HttpRequest> requests = fake.requests();
  ASSERT_EQ(requests.size(), 2u);
  EXPECT_EQ(fake.request_count(), 2u);
  EXPECT_EQ(requests[0].url, "https://host/1");
  EXPECT_EQ(requests[1].url, "https://host/2");
  EXPECT_EQ(requests[1].method, cr::HttpMethod::post);
  EXPECT_EQ(requests[1].headers.get("Accept"), "application/json");
  EXPECT_EQ(requests[1].authorization, cr::Secret("Bearer hidden"));
  EXPECT_EQ(requests[1].body, "{}");
}

TEST(FakeTransport, CountsTheOutcomesThatAreLeft) {
  FakeTransport fake;
  fake.respond(200);
  fake.respond(200);

  static_cast<void>(fake.exchange(request_to("https://host/"), {}));

  EXPECT_EQ(fake.outcomes_left(), 1u);
}

TEST(FakeTransport, ThrowsALogicErrorThatNamesARequestWithoutAnOutcome) {
  FakeTransport fake;

  try {
    static_cast<void>(fake.exchange(request_to("https://host/path"), {}));
    FAIL() << "nothing was thrown";
  } catch (const std::logic_error& error) {
    EXPECT_THAT(error.what(), ::testing::HasSubstr("POST https://host/path"));
    EXPECT_THAT(error.what(), ::testing::Not(::testing::HasSubstr("hidden")));
  }
}

TEST(FakeTransport, KeepsARequestWithoutAnOutcomeToo) {
  FakeTransport fake;

  EXPECT_THROW(static_cast<void>(fake.exchange(request_to("https://host/"), {})), std::logic_error);

  EXPECT_EQ(fake.request_count(), 1u);
}

TEST(FakeTransport, HangsUntilTheDeadline) {
  FakeTransport fake;
  fake.hang(cr::RequestProgress::nothing_sent);
  const cr::ExchangeOptions options = with_deadline_in(std::chrono::milliseconds(1));

  const cr::HttpExchange exchange = fake.exchange(request_to("https://host/"), options);

  EXPECT_EQ(exchange.error, cr::TransportError::timed_out);
  EXPECT_EQ(exchange.progress, cr::RequestProgress::nothing_sent);
  EXPECT_GE(std::chrono::steady_clock::now(), options.deadline);
}

TEST(FakeTransport, HangsUntilItIsCancelled) {
  FakeTransport fake;
  fake.hang();
  cr::CancellationSource stop;
  cr::ExchangeOptions options = with_deadline_in(std::chrono::hours(1));
  options.cancellation = stop.token();

  std::thread canceller([&] {
    while (fake.request_count() == 0) std::this_thread::yield();
    stop.cancel();
  });
  const cr::HttpExchange exchange = fake.exchange(request_to("https://host/"), options);
  canceller.join();

  EXPECT_EQ(exchange.error, cr::TransportError::cancelled);
  EXPECT_EQ(exchange.progress, cr::RequestProgress::maybe_sent);
}

TEST(FakeTransport, DoesNotHangWhenItIsCancelledAlready) {
  FakeTransport fake;
  fake.hang();
  cr::CancellationSource stop;
  stop.cancel();
  cr::ExchangeOptions options = with_deadline_in(std::chrono::hours(1));
  options.cancellation = stop.token();

  const cr::HttpExchange exchange = fake.exchange(request_to("https://host/"), options);

  EXPECT_EQ(exchange.error, cr::TransportError::cancelled);
}

TEST(FakeTransport, GivesEachOutcomeToOneOfManyThreads) {
  FakeTransport fake;
  for (int i = 0; i < 64; ++i) fake.respond(200);

  std::vector<std::thread> threads;
  for (int i = 0; i < 8; ++i) {
    threads.emplace_back([&fake] {
      for (int j = 0; j < 8; ++j) {
        static_cast<void>(fake.exchange(request_to("https://host/"), {}));
      }
    });
  }
  for (std::thread& thread : threads) thread.join();

  EXPECT_EQ(fake.outcomes_left(), 0u);
  EXPECT_EQ(fake.request_count(), 64u);
}

}  // namespace
