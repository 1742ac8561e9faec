// SPDX-License-Identifier: Apache-2.0
//
// What goes wrong at the stub server when a test says so.

#include <gtest/gtest.h>

#include <chrono>
#include <vector>

#include "http/raw_client.hpp"

namespace cr = ionoscloud::container_registry;
using cr::testing::StubServer;
using std::chrono::hours;
using std::chrono::milliseconds;
using std::chrono::seconds;

namespace {

TEST(StubServerFailNext, RespondsToThatManyRequestsWithoutCarryingThemOut) {
  StubServer stub;
  RawClient client(stub);
  stub.fail_next(2, 503, {{"Retry-After", "7"}});

  const auto first = client.send("POST", tokens_path(), named("plain"));
  const auto second = client.send("POST", tokens_path(), named("plain"));
  const bool carried_out = !stub.tokens(StubServer::registry()).empty();
  const auto third = client.send("POST", tokens_path(), named("plain"));

  EXPECT_EQ(first.status, 503);
  EXPECT_EQ(first.header("Retry-After"), "7");
  EXPECT_EQ(first.json()["httpStatus"], 503);
  EXPECT_EQ(second.status, 503);
  EXPECT_FALSE(carried_out);
  EXPECT_EQ(third.status, 201);
}

TEST(StubServerFailNext, SendsTheBodyThatItIsGiven) {
  StubServer stub;
  RawClient client(stub);
  stub.fail_next(1, 502, {{"Content-Type", "text/html"}}, "<h1>busy</h1>");
  stub.fail_next(1, 200, {}, "{}");
  stub.fail_next(1, 504, {}, "");

  const auto html = client.get(tokens_path());
  const auto json = client.get(tokens_path());
  const auto empty = client.get(tokens_path());

  EXPECT_EQ(html.body, "<h1>busy</h1>");
  EXPECT_EQ(html.header("Content-Type"), "text/html");
  EXPECT_EQ(json.body, "{}");
  EXPECT_EQ(json.header("Content-Type"), "application/json");
  EXPECT_EQ(empty.status, 504);
  EXPECT_EQ(empty.body, "");
}

TEST(StubServerFailNext, ComesBeforeTheCredentials) {
  StubServer stub;
  RawClient client(stub, {});
  stub.fail_next(1, 500);

  EXPECT_EQ(client.get(tokens_path()).status, 500);
}

TEST(StubServerFaults, MeetRequestsInTheOrderInWhichTheyWereTold) {
  StubServer stub;
  RawClient client(stub);
  stub.fail_next(1, 500);
  stub.lose_responses(1);
  stub.fail_next(1, 502);

  EXPECT_EQ(client.get(tokens_path()).status, 500);
  EXPECT_EQ(client.get(tokens_path()).status, 0);
  EXPECT_EQ(client.get(tokens_path()).status, 502);
  EXPECT_EQ(client.get(tokens_path()).status, 200);
}

TEST(StubServerLoseResponses, CarriesRequestsOutAndSaysNothing) {
  StubServer stub;
  RawClient client(stub);
  client.send("PUT", tokens_path() + "/old", named("old"));
  stub.lose_responses(2);

  const auto created = client.send("POST", tokens_path(), named("new"));
  const auto deleted = client.send("DELETE", tokens_path() + "/old");

  EXPECT_EQ(created.status, 0);
  EXPECT_EQ(deleted.status, 0);
  ASSERT_EQ(stub.tokens(StubServer::registry()).size(), 1u);
  EXPECT_EQ(stub.tokens(StubServer::registry())[0].properties.name, "new");
}

TEST(StubServerDelayResponses, CarriesRequestsOutAtOnce) {
  StubServer stub;
  RawClient client(stub);
  client.set_time_limit(milliseconds(100));
  stub.delay_responses(1, hours(1));

  const auto response = client.send("POST", tokens_path(), named("plain"));

  EXPECT_EQ(response.status, 0);
  EXPECT_EQ(stub.tokens(StubServer::registry()).size(), 1u);
}

TEST(StubServerDelayResponses, SendsTheResponseWhenTheTimeIsOver) {
  StubServer stub;
  RawClient client(stub);
  const milliseconds delay(20);
  stub.delay_responses(1, delay);

  const auto start = std::chrono::steady_clock::now();
  const auto response = client.get(tokens_path());
  const auto elapsed = std::chrono::steady_clock::now() - start;

  EXPECT_EQ(response.status, 200);
  EXPECT_GE(elapsed, delay);
}

TEST(StubServerThrottle, RefusesEveryNthRequest) {
  StubServer stub;
  RawClient client(stub);
  stub.throttle(3, seconds(5));

  std::vector<int> statuses;
  for (int i = 0; i < 6; ++i) statuses.push_back(client.get(tokens_path()).status);

  EXPECT_EQ(statuses, (std::vector<int>{200, 200, 429, 200, 200, 429}));
}

TEST(StubServerThrottle, SaysHowLongToStayAway) {
  StubServer stub;
  RawClient client(stub);
  stub.throttle(1, seconds(5));

  EXPECT_EQ(client.get(tokens_path()).header("Retry-After"), "5");
}

TEST(StubServerThrottle, EndsWithZero) {
  StubServer stub;
  RawClient client(stub);
  stub.throttle(1);

  stub.throttle(0);

  EXPECT_EQ(client.get(tokens_path()).status, 200);
}

}  // namespace
