// SPDX-License-Identifier: Apache-2.0
//
// What a test can ask the stub server, and how it keeps its connections.

#include <gtest/gtest.h>

#include <chrono>
#include <deque>
#include <memory>
#include <set>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include "http/raw_client.hpp"

namespace cr = ionoscloud::container_registry;
using cr::testing::ReceivedRequest;
using cr::testing::StubServer;
using cr::testing::StubServerOptions;
using std::chrono::hours;
using std::chrono::seconds;

namespace {

TEST(StubServerTokens, CanBeAskedWithTheirPasswords) {
  StubServer stub;
  RawClient client(stub);
  const auto created = client.send("POST", tokens_path(), named("plain")).json();

  const auto tokens = stub.tokens(StubServer::registry());

  ASSERT_EQ(tokens.size(), 1u);
  EXPECT_EQ(tokens[0].id->text(), created["id"].get<std::string>());
  EXPECT_EQ(tokens[0].properties.name, "plain");
  EXPECT_EQ(tokens[0].properties.credentials->password.expose(),
            created["properties"]["credentials"]["password"].get<std::string>());
}

TEST(StubServerTokens, AreAddedUnderNamesThatAreFree) {
  StubServer stub;
  RawClient client(stub);
  client.send("POST", tokens_path(), named("token-2"));

  stub.add_tokens(StubServer::registry(), 2);
  stub.add_tokens(StubServer::registry(), 1);

  std::vector<std::string> names;
  for (const auto& token : stub.tokens(StubServer::registry())) {
    names.push_back(token.properties.name);
  }
  EXPECT_EQ(names, (std::vector<std::string>{"token-2", "token-1", "token-3", "token-4"}));
}

TEST(StubServerTokens, OfAnUnknownRegistryAreAMistakeOfTheTest) {
  StubServer stub;

  EXPECT_THROW(static_cast<void>(stub.tokens("unknown")), std::invalid_argument);
  EXPECT_THROW(stub.add_tokens("unknown", 1), std::invalid_argument);
}

TEST(StubServerRegistry, KeepsItsTokensWhenItIsAddedAgain) {
  StubServer stub;
  stub.add_tokens(StubServer::registry(), 1);

  stub.add_registry(StubServer::registry());

  EXPECT_EQ(stub.tokens(StubServer::registry()).size(), 1u);
}

TEST(StubServerRequests, AreKeptAsTheyArrived) {
  StubServer stub;
  RawClient client(stub, {{"Authorization", "Bearer stub-token"}, {"X-Mine", "yes"}});
  const std::string target = tokens_path() + "/a%2fb?x=%20";

  client.send("PUT", target, named("plain"));

  const auto requests = stub.requests();
  ASSERT_EQ(requests.size(), 1u);
  EXPECT_EQ(requests[0].method, "PUT");
  EXPECT_EQ(requests[0].target, target);
  EXPECT_EQ(requests[0].headers.get("x-mine"), "yes");
  EXPECT_EQ(requests[0].body, named("plain"));
}

TEST(StubServerRequests, HoldTheAuthorizationAsASecretAlone) {
  StubServer stub;
  RawClient client(stub);

  client.get(tokens_path());

  const ReceivedRequest request = stub.requests().at(0);
  EXPECT_EQ(request.headers.count("Authorization"), 0u);
  EXPECT_EQ(request.authorization, cr::Secret("Bearer stub-token"));
}

TEST(StubServerRequests, HaveNoHeadersThatNobodySent) {
  StubServer stub;
  RawClient client(stub);

  client.get(tokens_path());

  const ReceivedRequest request = stub.requests().at(0);
  for (const cr::Header& line : request.headers) {
    EXPECT_EQ(line.name.find("_ADDR"), std::string::npos) << line.name;
    EXPECT_EQ(line.name.find("_PORT"), std::string::npos) << line.name;
  }
}

TEST(StubServerRequests, AreOnlyCountedWhenTheyAreNotToBeKept) {
  StubServerOptions options;
  options.record_requests = false;
  StubServer stub(options);
  RawClient client(stub);

  client.get(tokens_path());

  EXPECT_TRUE(stub.requests().empty());
  EXPECT_EQ(stub.request_count(), 1u);
}

TEST(StubServerResponses, HaveAnIdOfTheirOwnAndADate) {
  StubServer stub;
  RawClient client(stub);
  stub.fail_next(1, 503);

  const auto failed = client.get(tokens_path());
  const auto refused = client.get("/");
  const auto responded = client.get(tokens_path());

  EXPECT_EQ((std::set{failed.header("X-RequestId"), refused.header("X-RequestId"),
                      responded.header("X-RequestId"), std::string()})
                .size(),
            4u);
  EXPECT_EQ(responded.header("Date").size(), std::string("Wed, 25 Nov 2026 20:38:18 GMT").size());
}

TEST(StubServerResponses, AreNotCompressed) {
  StubServer stub;
  stub.add_tokens(StubServer::registry(), 100);
  RawClient client(stub, {{"Authorization", "Bearer stub-token"}, {"Accept-Encoding", "br, gzip"}});

  const auto response = client.get(tokens_path());

  EXPECT_EQ(response.header("Content-Encoding"), "");
  EXPECT_EQ(response.json()["count"], 100);
}

TEST(StubServerResponses, NameTheTypeOfTheirBodyOnce) {
  StubServer stub;
  RawClient client(stub);

  EXPECT_EQ(client.get(tokens_path()).headers.count("Content-Type"), 1u);
  EXPECT_EQ(client.get("/").headers.count("Content-Type"), 1u);
}

TEST(StubServerResponses, RefuseAMethodThatHttpDoesNotHave) {
  StubServer stub;
  RawClient client(stub);

  EXPECT_EQ(client.send("BREW", tokens_path()).status, 400);
  EXPECT_EQ(stub.request_count(), 0u);
}

TEST(StubServerConnections, AreKeptBehindADelete) {
  StubServer stub;
  RawClient client(stub);
  client.set_time_limit(seconds(10));
  client.send("PUT", tokens_path() + "/my-id", named("plain"));

  const auto deleted = client.send("DELETE", tokens_path() + "/my-id");
  const auto listed = client.get(tokens_path());

  EXPECT_EQ(deleted.status, 204);
  EXPECT_EQ(listed.status, 200);
  EXPECT_EQ(stub.requests().at(1).headers.count("Content-Length"), 0u);
}

TEST(StubServerConnections, AreKeptForAnyNumberOfRequests) {
  StubServer stub;
  RawClient client(stub);

  std::set<std::string> connection_headers;
  for (int i = 0; i < 20; ++i) {
    connection_headers.insert(client.get(tokens_path()).header("Connection"));
  }

  EXPECT_EQ(connection_headers, std::set<std::string>{""});
}

TEST(StubServerConnections, DoNotWaitForOneAnother) {
  StubServer stub;
  std::deque<std::unique_ptr<RawClient>> clients;
  for (int i = 0; i < 150; ++i) clients.push_back(std::make_unique<RawClient>(stub));

  int responded = 0;
  for (int round = 0; round < 2; ++round) {
    for (const auto& client : clients) {
      if (client->get(tokens_path()).status == 200) ++responded;
    }
  }

  EXPECT_EQ(responded, 300);
}

TEST(StubServerConnections, MayBeUsedByManyThreadsAtOnce) {
  StubServer stub;
  std::vector<std::thread> threads;
  for (int i = 0; i < 16; ++i) {
    threads.emplace_back([&stub, i] {
      RawClient client(stub);
      for (int j = 0; j < 10; ++j) {
        client.send("POST", tokens_path(), named("t" + std::to_string(i * 10 + j) + "-x"));
      }
    });
  }
  for (std::thread& thread : threads) thread.join();

  EXPECT_EQ(stub.tokens(StubServer::registry()).size(), 160u);
  EXPECT_EQ(stub.request_count(), 160u);
}

TEST(StubServerStop, DoesNotWaitForConnectionsThatAreKept) {
  auto stub = std::make_unique<StubServer>();
  RawClient client(*stub);
  client.get(tokens_path());

  const auto start = std::chrono::steady_clock::now();
  stub.reset();
  const auto elapsed = std::chrono::steady_clock::now() - start;

  // An idle connection is closed after ten seconds.
  EXPECT_LT(elapsed, seconds(5));
}

TEST(StubServerStop, DoesNotWaitForDelayedResponses) {
  auto stub = std::make_unique<StubServer>();
  stub->delay_responses(1, hours(1));
  RawClient client(*stub);
  std::thread waiting([&] { client.get(tokens_path()); });
  while (stub->request_count() == 0) std::this_thread::yield();

  stub.reset();

  waiting.join();
}

TEST(StubServerStop, LetsAnotherOneStart) {
  for (int i = 0; i < 20; ++i) {
    StubServer stub;
    EXPECT_EQ(RawClient(stub).get(tokens_path()).status, 200);
  }
}

}  // namespace
