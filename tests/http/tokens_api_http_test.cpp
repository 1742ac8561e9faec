// SPDX-License-Identifier: Apache-2.0
//
// The whole library, from its public functions to the socket, against the stub server.

#include <gtest/gtest.h>

#include <chrono>
#include <memory>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <ionoscloud/container_registry.hpp>
#include <ionoscloud/container_registry/testing/stub_server.hpp>

#include "support/caught.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

using testing::StubServer;

Configuration at(const StubServer& stub) {
  Configuration configuration;
  configuration.host = stub.url();
  configuration.token = "stub-token";
  configuration.retry.base_delay = std::chrono::milliseconds(0);
  return configuration;
}

class TokensApiOverHttp : public ::testing::Test {
 protected:
  static PostTokenInput named(const std::string& name) {
    PostTokenInput input;
    input.properties.name = name;
    return input;
  }

  TokenId new_token(const std::string& name) const {
    return tokens.registries_tokens_post(registry, named(name)).id.value();
  }

  std::vector<TokenResponse> in_the_stub() const { return stub.tokens(registry); }

  StubServer stub;
  const RegistryId registry = StubServer::registry();
  TokensApi tokens{ApiClient(at(stub))};
};

TEST_F(TokensApiOverHttp, CreatesAToken) {
  PostTokenInput input = named("ci-pull");
  input.properties.expiry_date = Timestamp::now() + std::chrono::hours(24);
  input.properties.scopes = {{"repository", "team/app", {"pull", "push"}}};

  const auto created = tokens.registries_tokens_post_with_http_info(registry, input);

  EXPECT_EQ(created.http.status, 201);
  EXPECT_NE(created.http.request_id, "");
  ASSERT_EQ(in_the_stub().size(), 1u);
  const TokenResponse kept = in_the_stub()[0];
  EXPECT_TRUE(kept.id == created.value.id);
  EXPECT_EQ(kept.properties.name, "ci-pull");
  EXPECT_TRUE(kept.properties.scopes == *input.properties.scopes);
  EXPECT_EQ(kept.properties.expiry_date->to_string(), input.properties.expiry_date->to_string());
}

TEST_F(TokensApiOverHttp, ShowsThePasswordOnce) {
  const PostTokenOutput created = tokens.registries_tokens_post(registry, named("ci-pull"));
  const TokenResponse found = tokens.registries_tokens_find_by_id(registry, *created.id);

  const Secret kept = in_the_stub().at(0).properties.credentials->password;
  EXPECT_FALSE(kept.empty());
  EXPECT_TRUE(created.properties.credentials->password == kept);
  EXPECT_TRUE(found.properties.credentials->password.empty());
}

TEST_F(TokensApiOverHttp, FindsAToken) {
  const TokenId id = new_token("ci-pull");

  const TokenResponse found = tokens.registries_tokens_find_by_id(registry, id);

  EXPECT_TRUE(found.id == id);
  EXPECT_EQ(found.properties.name, "ci-pull");
}

TEST_F(TokensApiOverHttp, ListsAPage) {
  stub.add_tokens(registry, 5);

  const TokensResponse page = tokens.registries_tokens_get(registry, 3, 3);

  EXPECT_EQ(page.items.size(), 2u);
  EXPECT_EQ(page.offset, 3);
  EXPECT_EQ(page.total, 5);
}

TEST_F(TokensApiOverHttp, ChangesAToken) {
  const TokenId id = new_token("ci-pull");
  PatchTokenInput patch;
  patch.status = TokenStatus::disabled;
  patch.expiry_date = null;

  const TokenResponse changed = tokens.registries_tokens_patch(registry, id, patch);

  EXPECT_TRUE(changed.properties.status == TokenStatus::disabled);
  EXPECT_TRUE(in_the_stub().at(0).properties.status == TokenStatus::disabled);
}

TEST_F(TokensApiOverHttp, ReplacesAToken) {
  const TokenId id = new_token("ci-pull");
  PutTokenInput input;
  input.properties.name = "ci-pull";
  input.properties.scopes = {{"repository", "*", {"pull"}}};

  const PutTokenOutput put = tokens.registries_tokens_put(registry, id, input);

  EXPECT_FALSE(put.created());
  EXPECT_TRUE(in_the_stub().at(0).properties.scopes == *input.properties.scopes);
}

TEST_F(TokensApiOverHttp, CreatesATokenByItsId) {
  PutTokenInput input;
  input.properties.name = "ci-pull";

  const PutTokenOutput put = tokens.registries_tokens_put(registry, "my-token", input);

  EXPECT_TRUE(put.created());
  EXPECT_FALSE(put.properties.credentials->password.empty());
  EXPECT_TRUE(in_the_stub().at(0).id == TokenId("my-token"));
}

TEST_F(TokensApiOverHttp, DeletesAToken) {
  const TokenId id = new_token("ci-pull");

  tokens.registries_tokens_delete(registry, id);

  EXPECT_TRUE(in_the_stub().empty());
}

TEST_F(TokensApiOverHttp, ThrowsWhatTheServiceRespondsWith) {
  static_cast<void>(new_token("ci-pull"));

  EXPECT_THROW(static_cast<void>(new_token("ci-pull")), ConflictException);
  EXPECT_THROW(static_cast<void>(new_token("-")), UnprocessableEntityException);
  EXPECT_THROW(tokens.registries_tokens_delete(registry, "no-such-token"), NotFoundException);
  EXPECT_THROW(static_cast<void>(tokens.registries_tokens_get("no-such-registry")),
               NotFoundException);
}

TEST_F(TokensApiOverHttp, TakesIdsThatHoldAnything) {
  PutTokenInput input;
  int number = 0;
  for (const std::string& id : {std::string("a/b"), std::string("a b"), std::string("100%"),
                                std::string("%2e%2e"), std::string("../up"), std::string("ä"),
                                std::string("?x=1#y"), std::string("a\\b"), std::string("...")}) {
    input.properties.name = "token-" + std::to_string(++number);

    static_cast<void>(tokens.registries_tokens_put(registry, id, input));

    EXPECT_TRUE(tokens.registries_tokens_find_by_id(registry, id).id == TokenId(id)) << id;
    tokens.registries_tokens_delete(registry, id);
    EXPECT_TRUE(in_the_stub().empty()) << id;
  }
}

TEST_F(TokensApiOverHttp, SendsWhatTheContractWants) {
  static_cast<void>(new_token("ci-pull"));
  static_cast<void>(tokens.registries_tokens_get(registry));

  const auto requests = stub.requests();
  ASSERT_EQ(requests.size(), 2u);
  EXPECT_EQ(requests[0].method, "POST");
  EXPECT_EQ(requests[0].headers.get("Accept"), "application/json");
  EXPECT_EQ(requests[0].headers.get("Content-Type"), "application/json");
  EXPECT_EQ(requests[0].headers.get("User-Agent"),
            "ionos-cloud-sdk-cpp-container-registry/v" + std::string(version()));
  EXPECT_EQ(requests[0].authorization.expose(), "Bearer stub-token");
  EXPECT_EQ(requests[1].method, "GET");
  EXPECT_EQ(requests[1].headers.get("Content-Type"), std::nullopt);
  EXPECT_EQ(requests[1].headers.get("Content-Length"), std::nullopt);
  EXPECT_EQ(requests[1].body, "");
}

TEST_F(TokensApiOverHttp, SendsTheCallersHeaders) {
  CallOptions options;
  options.headers.add("X-Correlation-Id", "42");

  static_cast<void>(tokens.registries_tokens_get(registry, 0, 100, options));

  EXPECT_EQ(stub.requests().at(0).headers.get("X-Correlation-Id"), "42");
}

TEST_F(TokensApiOverHttp, TriesAgainAfterA503) {
  stub.fail_next(2, 503);

  const auto page = tokens.registries_tokens_get_with_http_info(registry);

  EXPECT_EQ(page.http.attempts, 3);
  EXPECT_EQ(stub.request_count(), 3u);
}

TEST_F(TokensApiOverHttp, NeverCreatesTwiceWhenTheResponseIsLost) {
  stub.lose_responses(1);

  const auto error = caught<TransportException>([&] { static_cast<void>(new_token("ci-pull")); });

  EXPECT_EQ(error.execution(), Execution::unknown);
  EXPECT_EQ(error.attempts(), 1);
  EXPECT_EQ(stub.request_count(), 1u);
  EXPECT_EQ(in_the_stub().size(), 1u);
}

TEST_F(TokensApiOverHttp, NeverCreatesTwiceOnAConnectionThatWasKept) {
  static_cast<void>(tokens.registries_tokens_get(registry));
  stub.lose_responses(1);

  EXPECT_THROW(static_cast<void>(new_token("ci-pull")), TransportException);

  EXPECT_EQ(stub.request_count(), 2u);
  EXPECT_EQ(in_the_stub().size(), 1u);
}

TEST_F(TokensApiOverHttp, FindsADeletedTokenGoneWhenTheResponseWasLost) {
  const TokenId id = new_token("ci-pull");
  stub.lose_responses(1);

  const auto deleted = tokens.registries_tokens_delete_with_http_info(registry, id);

  EXPECT_TRUE(deleted.value.already_absent);
  EXPECT_TRUE(in_the_stub().empty());
}

TEST_F(TokensApiOverHttp, FailsAtOnceWhenItMayNotWaitAsLongAsItIsAsked) {
  stub.fail_next(1, 429, {{"Retry-After", "3600"}});

  const auto error = caught<RateLimitedException>(
      [&] { static_cast<void>(tokens.registries_tokens_get(registry)); });

  EXPECT_EQ(error.retry_after(), std::chrono::hours(1));
  EXPECT_EQ(error.attempts(), 1);
}

TEST_F(TokensApiOverHttp, KeepsToItsDeadline) {
  stub.delay_responses(1, std::chrono::hours(1));
  CallOptions options;
  options.deadline = std::chrono::steady_clock::now() + std::chrono::milliseconds(50);

  const auto error = caught<TimeoutException>([&] {
    static_cast<void>(tokens.registries_tokens_post(registry, named("a-token"), options));
  });

  EXPECT_EQ(error.limit(), TimeLimit::call);
  EXPECT_EQ(error.execution(), Execution::unknown);
}

TEST_F(TokensApiOverHttp, ReadsAListOfManyPages) {
  stub.add_tokens(registry, 50);
  ListOptions list;
  list.page_size = 16;
  std::set<std::string> names;

  for (const TokenResponse& token : tokens.registries_tokens_get_all(registry, list)) {
    EXPECT_TRUE(names.insert(token.properties.name).second);
  }

  EXPECT_EQ(names.size(), 50u);
  EXPECT_EQ(stub.request_count(), 4u);
}

TEST_F(TokensApiOverHttp, ReadsTenThousandTokens) {
  stub.add_tokens(registry, 10'000);
  std::size_t count = 0;

  for (const TokenResponse& token : tokens.registries_tokens_get_all(registry)) {
    count += token.properties.name.empty() ? 0 : 1;
  }

  EXPECT_EQ(count, 10'000u);
}

TEST_F(TokensApiOverHttp, DeletesAllTokensWhileItReadsThem) {
  stub.add_tokens(registry, 250);

  for (const TokenResponse& token : tokens.registries_tokens_get_all(registry)) {
    tokens.registries_tokens_delete(registry, *token.id);
  }

  EXPECT_TRUE(in_the_stub().empty());
}

}  // namespace
}  // namespace v0
}  // namespace ionoscloud::container_registry
