// SPDX-License-Identifier: Apache-2.0
#include <ionoscloud/container_registry/tokens_api.hpp>

#include <gtest/gtest.h>

#include <chrono>
#include <string>

#include <nlohmann/json.hpp>

#include <ionoscloud/container_registry/exceptions.hpp>

#include "support/responses.hpp"
#include "support/tokens_api_test.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

using Json = nlohmann::json;

const std::string base = "https://api.ionos.com/containerregistries";

using TokensApiDelete = TokensApiTest;
using TokensApiFindById = TokensApiTest;
using TokensApiGet = TokensApiTest;
using TokensApiPatch = TokensApiTest;
using TokensApiPost = TokensApiTest;
using TokensApiPut = TokensApiTest;
using TokensApiHttpInfo = TokensApiTest;

TEST_F(TokensApiDelete, SendsADelete) {
  transport->respond(204);

  tokens.registries_tokens_delete("reg", "tok");

  EXPECT_EQ(request().method, HttpMethod::del);
  EXPECT_EQ(request().url, base + "/registries/reg/tokens/tok");
  EXPECT_EQ(request().body, "");
}

TEST_F(TokensApiDelete, TakesAny2xxWhateverItsBody) {
  for (const int status : {200, 202, 204, 299}) {
    transport->respond(status, "<html>");

    const auto deleted = tokens.registries_tokens_delete_with_http_info("reg", "tok");

    EXPECT_EQ(deleted.http.status, status);
    EXPECT_FALSE(deleted.value.already_absent);
  }
}

TEST_F(TokensApiDelete, ThrowsWhenThereIsNoSuchToken) {
  transport->respond(404);

  EXPECT_THROW(tokens.registries_tokens_delete("reg", "tok"), NotFoundException);
}

TEST_F(TokensApiDelete, FindsTheTokenGoneAfterAnUnclearAttempt) {
  transport->fail(TransportError::receive, RequestProgress::maybe_sent);
  transport->respond(404);

  const auto deleted = tokens.registries_tokens_delete_with_http_info("reg", "tok");

  EXPECT_TRUE(deleted.value.already_absent);
  EXPECT_EQ(deleted.http.status, 404);
  EXPECT_EQ(deleted.http.attempts, 2);
}

TEST_F(TokensApiDelete, IsNoSuccessAfterAnAttemptThatSentNothing) {
  transport->fail(TransportError::connect, RequestProgress::nothing_sent);
  transport->respond(404);

  EXPECT_THROW(tokens.registries_tokens_delete("reg", "tok"), NotFoundException);
}

TEST_F(TokensApiFindById, SendsAGet) {
  transport->respond(200, token_json("tok", "ci-pull").dump());

  const TokenResponse token = tokens.registries_tokens_find_by_id("reg", "tok");

  EXPECT_EQ(request().method, HttpMethod::get);
  EXPECT_EQ(request().url, base + "/registries/reg/tokens/tok");
  EXPECT_EQ(request().body, "");
  EXPECT_TRUE(token.id == TokenId("tok"));
  EXPECT_EQ(token.properties.name, "ci-pull");
  EXPECT_TRUE(token.properties.status == TokenStatus::enabled);
  EXPECT_EQ(token.properties.expiry_date, Timestamp::parse("2027-03-01T00:00:00Z"));
  EXPECT_TRUE(token.properties.scopes ==
              (std::vector<Scope>{{"repository", "team/app", {"pull"}}}));
  EXPECT_TRUE(token.properties.credentials->password.empty());
}

TEST_F(TokensApiGet, SendsAGetWithItsPage) {
  transport->respond(200, page_json(Json::array({token_json("a", "A")}), 40, 20, 41).dump());

  const TokensResponse page = tokens.registries_tokens_get("reg", 40, 20);

  EXPECT_EQ(request().method, HttpMethod::get);
  EXPECT_EQ(request().url, base + "/registries/reg/tokens?offset=40&limit=20");
  ASSERT_EQ(page.items.size(), 1u);
  EXPECT_TRUE(page.items[0].id == TokenId("a"));
  EXPECT_EQ(page.total, 41);
}

TEST_F(TokensApiGet, AsksForTheFirstHundredUnlessToldOtherwise) {
  transport->respond(200, page_json(Json::array(), 0, 100, 0).dump());

  EXPECT_TRUE(tokens.registries_tokens_get("reg").items.empty());

  EXPECT_EQ(request().url, base + "/registries/reg/tokens?offset=0&limit=100");
}

TEST_F(TokensApiGet, RefusesAnEmptyPageThatShouldNotBeEmpty) {
  Json renamed = page_json(Json::array({token_json("a", "A")}), 0, 100, 1);
  renamed["elements"] = renamed["items"];
  renamed.erase("items");
  transport->respond(200, renamed.dump());

  EXPECT_THROW(static_cast<void>(tokens.registries_tokens_get("reg")), DecodeException);
}

TEST_F(TokensApiGet, TakesAnEmptyPageBehindTheEnd) {
  transport->respond(200, page_json(Json::array(), 100, 100, 100).dump());

  EXPECT_TRUE(tokens.registries_tokens_get("reg", 100).items.empty());
}

TEST_F(TokensApiPatch, SendsWhatIsNotAbsent) {
  transport->respond(200, token_json("tok", "ci-pull").dump());
  PatchTokenInput patch;
  patch.expiry_date = null;
  patch.scopes = {{"repository", "team/app", {"pull", "push"}}};

  const TokenResponse token = tokens.registries_tokens_patch("reg", "tok", patch);

  EXPECT_EQ(request().method, HttpMethod::patch);
  EXPECT_EQ(request().url, base + "/registries/reg/tokens/tok");
  EXPECT_EQ(
      Json::parse(request().body),
      (Json{{"expiryDate", nullptr},
            {"scopes",
             {{{"type", "repository"}, {"name", "team/app"}, {"actions", {"pull", "push"}}}}}}));
  EXPECT_EQ(token.properties.name, "ci-pull");
}

TEST_F(TokensApiPatch, CanTakeAllScopesAway) {
  transport->respond(200, token_json("tok", "ci-pull").dump());
  PatchTokenInput patch;
  patch.scopes = std::vector<Scope>{};

  tokens.registries_tokens_patch("reg", "tok", patch);

  EXPECT_EQ(Json::parse(request().body), (Json{{"scopes", Json::array()}}));
}

TEST_F(TokensApiPost, SendsTheNewToken) {
  transport->respond(201, token_json("tok", "ci-pull", "shown once").dump());
  PostTokenInput input = new_token();
  input.properties.status = TokenStatus::enabled;
  input.properties.expiry_date = Timestamp() + std::chrono::hours(24);
  input.properties.scopes = {{"repository", "team/app", {"pull"}}};

  const PostTokenOutput created = tokens.registries_tokens_post("reg", input);

  EXPECT_EQ(request().method, HttpMethod::post);
  EXPECT_EQ(request().url, base + "/registries/reg/tokens");
  EXPECT_EQ(Json::parse(request().body),
            (Json{{"properties",
                   {{"name", "ci-pull"},
                    {"status", "enabled"},
                    {"expiryDate", "1970-01-02T00:00:00Z"},
                    {"scopes",
                     {{{"type", "repository"}, {"name", "team/app"}, {"actions", {"pull"}}}}}}}}));
  EXPECT_EQ(created.properties.credentials->password.expose(), "shown once");
}

TEST_F(TokensApiPost, LeavesOutWhatTheServiceIsToDecide) {
  transport->respond(201, token_json("tok", "ci-pull", "shown once").dump());

  static_cast<void>(tokens.registries_tokens_post("reg", new_token()));

  EXPECT_EQ(Json::parse(request().body), (Json{{"properties", {{"name", "ci-pull"}}}}));
}

TEST_F(TokensApiPost, TakesAny2xx) {
  for (const int status : {200, 201, 202}) {
    transport->respond(status, token_json("tok", "ci-pull", "shown once").dump());

    const auto created = tokens.registries_tokens_post_with_http_info("reg", new_token());

    EXPECT_EQ(created.http.status, status);
    EXPECT_EQ(created.value.properties.credentials->password.expose(), "shown once");
  }
}

TEST_F(TokensApiPut, SendsTheWholeToken) {
  transport->respond(201, token_json("tok", "ci-pull", "shown once").dump());

  const PutTokenOutput put = tokens.registries_tokens_put("reg", "tok", whole_token());

  EXPECT_EQ(request().method, HttpMethod::put);
  EXPECT_EQ(request().url, base + "/registries/reg/tokens/tok");
  EXPECT_EQ(Json::parse(request().body), (Json{{"properties", {{"name", "ci-pull"}}}}));
  EXPECT_EQ(put.properties.credentials->password.expose(), "shown once");
}

TEST_F(TokensApiPut, TellsCreatedFromReplaced) {
  struct Row {
    int status;
    const char* password;
    bool created;
  };
  for (const Row& row : {Row{201, "", true}, Row{201, "shown once", true},
                         Row{200, "shown once", true}, Row{200, "", false}, Row{202, "", false}}) {
    transport->respond(row.status, token_json("tok", "ci-pull", row.password).dump());

    const PutTokenOutput put = tokens.registries_tokens_put("reg", "tok", whole_token());

    EXPECT_EQ(put.created(), row.created) << row.status << " '" << row.password << "'";
    EXPECT_EQ(put.http_status, row.status);
  }
}

TEST_F(TokensApiPut, TakesNullForAReplacedTokensCredentials) {
  Json token = token_json("tok", "ci-pull");
  token["properties"]["credentials"] = nullptr;
  transport->respond(200, token.dump());

  EXPECT_FALSE(tokens.registries_tokens_put("reg", "tok", whole_token()).created());
}

TEST_F(TokensApiHttpInfo, TellsHowTheResponseCame) {
  transport->respond(503);
  transport->respond(200, token_json("tok", "ci-pull").dump(),
                     {{"X-RequestId", "req-1"}, {"Date", "today"}});

  const auto found = tokens.registries_tokens_find_by_id_with_http_info("reg", "tok");

  EXPECT_EQ(found.http.status, 200);
  EXPECT_EQ(found.http.request_id, "req-1");
  EXPECT_EQ(found.http.headers.get("date"), "today");
  EXPECT_EQ(found.http.attempts, 2);
  EXPECT_GE(found.http.elapsed.count(), 0);
}

TEST_F(TokensApiHttpInfo, HasAnEmptyRequestIdWhereTheServiceGivesNone) {
  transport->respond(204);

  EXPECT_EQ(tokens.registries_tokens_delete_with_http_info("reg", "tok").http.request_id, "");
}

TEST_F(TokensApiTest, HandlesShareTheirClient) {
  transport->respond(204);
  transport->respond(204);
  const TokensApi copy = tokens;

  tokens.registries_tokens_delete("reg", "a");
  copy.registries_tokens_delete("reg", "b");

  EXPECT_EQ(transport->request_count(), 2u);
}

}  // namespace
}  // namespace v0
}  // namespace ionoscloud::container_registry
