// SPDX-License-Identifier: Apache-2.0
//
// One client in the hands of a whole program.

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include <ionoscloud/container_registry.hpp>
#include <ionoscloud/container_registry/testing/stub_server.hpp>

#include "support/caught.hpp"
#include "support/raw_server.hpp"
#include "support/responses.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

using testing::StubServer;

ApiClient client_at(const std::string& url) {
  Configuration configuration;
  configuration.host = url;
  configuration.token = "stub-token";
  configuration.retry.base_delay = std::chrono::milliseconds(0);
  return ApiClient(configuration);
}

void run_on_threads(int count, const std::function<void(int)>& work) {
  std::vector<std::thread> threads;
  for (int i = 0; i < count; ++i) threads.emplace_back(work, i);
  for (std::thread& thread : threads) thread.join();
}

TEST(ClientUse, ServesSixtyFourThreadsAtOnce) {
  StubServer stub;
  const RegistryId registry = StubServer::registry();
  const TokensApi tokens(client_at(stub.url()));
  std::atomic<int> failures{0};

  run_on_threads(64, [&](int thread) {
    try {
      PostTokenInput input;
      input.properties.name = "token-" + std::to_string(thread);
      const PostTokenOutput created = tokens.registries_tokens_post(registry, input);
      for (int i = 0; i < 10; ++i) {
        const TokenResponse found = tokens.registries_tokens_find_by_id(registry, *created.id);
        if (found.properties.name != input.properties.name) ++failures;
      }
      if (thread % 2 == 0) tokens.registries_tokens_delete(registry, *created.id);
    } catch (const std::exception&) {
      ++failures;
    }
  });

  EXPECT_EQ(failures, 0);
  EXPECT_EQ(stub.tokens(registry).size(), 32u);
}

TEST(ClientUse, GivesEachThreadAPasswordOfItsOwn) {
  StubServer stub;
  const RegistryId registry = StubServer::registry();
  const ApiClient client = client_at(stub.url());
  std::vector<std::string> passwords(32);

  run_on_threads(32, [&](int thread) {
    PostTokenInput input;
    input.properties.name = "token-" + std::to_string(thread);
    passwords[static_cast<std::size_t>(thread)] = TokensApi(client)
                                                      .registries_tokens_post(registry, input)
                                                      .properties.credentials->password.expose();
  });

  EXPECT_EQ(std::set<std::string>(passwords.begin(), passwords.end()).size(), 32u);
  for (const TokenResponse& token : stub.tokens(registry)) {
    const std::size_t thread = std::stoul(token.properties.name.substr(6));
    EXPECT_TRUE(token.properties.credentials->password == Secret(passwords[thread]));
  }
}

TEST(ClientUse, KeepsItsConnectionFromCallToCall) {
  const std::string token = token_json("tok", "ci-pull").dump();
  RawServer server([&](RawConnection& connection) {
    while (connection.read_request()) connection.send(raw_response(200, token));
  });
  const TokensApi tokens(client_at(server.url("/cr")));

  for (int i = 0; i < 20; ++i) static_cast<void>(tokens.registries_tokens_find_by_id("r", "tok"));

  EXPECT_EQ(server.connections(), 1u);
  EXPECT_EQ(server.requests().size(), 20u);
}

TEST(ClientUse, ClosesItsConnectionsWithTheLastHandle) {
  RawServer server([&](RawConnection& connection) {
    while (connection.read_request()) connection.send(raw_response(204, ""));
  });
  std::optional<ApiClient> client = client_at(server.url("/cr"));
  std::optional<TokensApi> tokens(*client);
  tokens->registries_tokens_delete("r", "t");

  client.reset();
  tokens->registries_tokens_delete("r", "t");
  EXPECT_EQ(server.connections(), 1u);
  tokens.reset();

  server.wait_for_closed(1);
}

// Nobody holds 100 MB in memory for a page that was never going to be taken.
TEST(ClientUse, RefusesABodyOfAHundredMegabytes) {
  RawServer server([](RawConnection& connection) {
    connection.read_request();
    connection.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
    const std::string chunk = "100000\r\n" + std::string(0x100000, ' ') + "\r\n";
    for (int i = 0; i < 100 && connection.send(chunk); ++i) {
    }
  });
  const TokensApi tokens(client_at(server.url("/cr")));

  const auto error =
      caught<TransportException>([&] { static_cast<void>(tokens.registries_tokens_get("r")); });

  EXPECT_EQ(error.kind(), TransportError::too_large);
  EXPECT_EQ(error.attempts(), 1);
}

TEST(ClientUse, RefusesABodyThatIsSaidToBeAHundredMegabytes) {
  RawServer server([](RawConnection& connection) {
    connection.read_request();
    connection.send("HTTP/1.1 200 OK\r\nContent-Length: 104857600\r\n\r\n");
    connection.wait_for_close();
  });
  const TokensApi tokens(client_at(server.url("/cr")));

  const auto error =
      caught<TransportException>([&] { static_cast<void>(tokens.registries_tokens_get("r")); });

  EXPECT_EQ(error.kind(), TransportError::too_large);
}

TEST(ClientUse, FollowsNoRedirect) {
  RawServer other([](RawConnection& connection) {
    while (connection.read_request()) connection.send(raw_response(204, ""));
  });
  const std::string location = "Location: " + other.url("/stolen") + "\r\n";
  for (const int status : {301, 302, 303, 307, 308}) {
    RawServer server([&](RawConnection& connection) {
      while (connection.read_request()) connection.send(raw_response(status, "", location));
    });
    const TokensApi tokens(client_at(server.url("/cr")));

    const auto error = caught<ApiException>([&] { tokens.registries_tokens_delete("r", "t"); });

    EXPECT_EQ(error.status(), status);
    EXPECT_EQ(error.headers().get("Location"), other.url("/stolen"));
  }
  EXPECT_EQ(other.connections(), 0u);
}

TEST(ClientUse, OutlivesTheOtherHandlesWhileACallIsUnderWay) {
  StubServer stub;
  std::optional<TokensApi> tokens(client_at(stub.url()));
  const TokensApi copy = *tokens;
  stub.delay_responses(1, std::chrono::milliseconds(50));

  std::thread caller(
      [&] { EXPECT_EQ(copy.registries_tokens_get(StubServer::registry()).total, 0); });
  tokens.reset();
  caller.join();

  EXPECT_EQ(stub.request_count(), 1u);
}

TEST(ClientUse, EndsACallThatIsCancelledOnAnotherThread) {
  RawServer server([](RawConnection& connection) {
    connection.read_request();
    connection.wait_for_close();
  });
  const TokensApi tokens(client_at(server.url("/cr")));
  CancellationSource source;
  CallOptions options;
  options.cancellation = source.token();
  std::thread canceller([&] {
    server.wait_for_requests(1);
    source.cancel();
  });

  const auto error =
      caught<CancelledException>([&] { tokens.registries_tokens_delete("r", "t", options); });
  canceller.join();

  EXPECT_EQ(error.execution(), Execution::unknown);
  EXPECT_EQ(error.attempts(), 1);
}

TEST(ClientUse, SaysThatNobodyListens) {
  const TokensApi tokens(client_at(refused_url()));

  const auto error =
      caught<TransportException>([&] { static_cast<void>(tokens.registries_tokens_get("r")); });

  EXPECT_EQ(error.kind(), TransportError::connect);
  EXPECT_EQ(error.execution(), Execution::none);
  EXPECT_EQ(error.attempts(), 6);
}

}  // namespace
}  // namespace v0
}  // namespace ionoscloud::container_registry
