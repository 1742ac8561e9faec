// SPDX-License-Identifier: Apache-2.0
//
// What the stub server refuses, and how.

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <utility>

#include "base/base64.hpp"
#include "http/raw_client.hpp"

namespace cr = ionoscloud::container_registry;
using cr::testing::StubServer;
using cr::testing::StubServerOptions;
using Json = nlohmann::json;

namespace {

/// Whether a response is an error of that status, its body as the contract has it.
testing::AssertionResult is_error(const RawClient::Response& response, int status) {
  const Json body = Json::parse(response.body, nullptr, false);
  const bool documented = body.is_object() && body.value("httpStatus", 0) == response.status &&
                          body.contains("messages") && body["messages"].size() == 1 &&
                          body["messages"][0].value("errorCode", "") != "" &&
                          body["messages"][0].value("message", "") != "";
  if (response.status == status && documented) return testing::AssertionSuccess();
  return testing::AssertionFailure() << response.status << " with the body " << response.body;
}

/// The line for `Authorization` of a user name and a password.
cr::Header basic(std::string_view user_and_password) {
  std::string value = "Basic ";
  cr::append_base64(value, user_and_password);
  return {"Authorization", std::move(value)};
}

TEST(StubServerCredentials, AreTheTokenOrTheUserOfTheOptions) {
  StubServerOptions options;
  options.token = "other-token";
  options.username = "other-user";
  options.password = "other:password";
  StubServer stub(options);

  RawClient bearer(stub, {{"Authorization", "Bearer other-token"}});
  RawClient user(stub, {basic("other-user:other:password")});

  EXPECT_EQ(bearer.get(tokens_path()).status, 200);
  EXPECT_EQ(user.get(tokens_path()).status, 200);
}

TEST(StubServerCredentials, HaveDefaults) {
  StubServer stub;

  RawClient bearer(stub, {{"Authorization", "Bearer stub-token"}});
  RawClient user(stub, {basic("stub-user:stub-password")});

  EXPECT_EQ(bearer.get(tokens_path()).status, 200);
  EXPECT_EQ(user.get(tokens_path()).status, 200);
}

TEST(StubServerCredentials, AreRefusedWhenTheyAreMissingOrWrong) {
  StubServer stub;
  const cr::Headers refused[] = {{},
                                 {{"Authorization", "Bearer wrong"}},
                                 {{"Authorization", "Bearer "}},
                                 {{"Authorization", "stub-token"}},
                                 {basic("stub-user:wrong")}};

  for (const cr::Headers& headers : refused) {
    SCOPED_TRACE(headers.get("Authorization").value_or("none"));
    EXPECT_TRUE(is_error(RawClient(stub, headers).get(tokens_path()), 401));
  }
}

TEST(StubServerCredentials, OfAKindWithoutAnOptionAreRefused) {
  StubServerOptions options;
  options.token = "";
  options.username = "";
  StubServer stub(options);

  RawClient bearer(stub, {{"Authorization", "Bearer "}});
  RawClient user(stub, {basic(":stub-password")});

  EXPECT_TRUE(is_error(bearer.get(tokens_path()), 401));
  EXPECT_TRUE(is_error(user.get(tokens_path()), 401));
}

TEST(StubServerBody, IsRefusedWith400WhenTheContractDoesNotAllowIt) {
  StubServer stub;
  RawClient client(stub);
  const std::string deep(100'000, '[');
  const std::string refused[] = {
      " ",
      "{",
      deep,
      "[]",
      "null",
      "{}",
      R"({"name":"plain"})",
      R"({"properties":[]})",
      R"({"properties":{}})",
      R"({"properties":{"name":1}})",
      R"({"properties":{"name":null}})",
      R"({"properties":{"name":"plain"},"more":1})",
      R"({"properties":{"name":"plain","nmae":"plain"}})",
      R"({"properties":{"name":"plain","status":null}})",
      R"({"properties":{"name":"plain","status":1}})",
      R"({"properties":{"name":"plain","expiryDate":1}})",
      R"({"properties":{"name":"plain","expiryDate":"2099-13-01T00:00:00Z"}})",
      R"({"properties":{"name":"plain","expiryDate":"2099-01-01T00:00:00"}})",
      R"({"properties":{"name":"plain","expiryDate":"2099-01-01 00:00:00Z"}})",
      R"({"properties":{"name":"plain","expiryDate":"2099-01-01T00:00:00.Z"}})",
      R"({"properties":{"name":"plain","expiryDate":"2099-01-01T00:00:00+0100"}})",
      R"({"properties":{"name":"plain","expiryDate":"2099-01-01T00:00Z"}})",
      R"({"properties":{"name":"plain","scopes":{}}})",
      R"({"properties":{"name":"plain","scopes":["pull"]}})",
      R"({"properties":{"name":"plain","scopes":[{"type":"t","name":"n"}]}})",
      R"({"properties":{"name":"plain","scopes":[{"type":"t","actions":[]}]}})",
      R"({"properties":{"name":"plain","scopes":[{"type":1,"name":"n","actions":[]}]}})",
      R"({"properties":{"name":"plain","scopes":[{"type":"t","name":"n","actions":"a"}]}})",
      R"({"properties":{"name":"plain","scopes":[{"type":"t","name":"n","actions":[1]}]}})"};

  for (const std::string& body : refused) {
    SCOPED_TRACE(body.substr(0, 80));
    EXPECT_TRUE(is_error(client.send("POST", tokens_path(), body), 400));
    EXPECT_TRUE(is_error(client.send("PUT", tokens_path() + "/my-id", body), 400));
  }
  EXPECT_TRUE(stub.tokens(StubServer::registry()).empty());
}

TEST(StubServerBody, OfAPatchIsFlatAndChangesSomething) {
  StubServer stub;
  RawClient client(stub);
  client.send("PUT", tokens_path() + "/my-id", named("plain"));

  for (const char* body :
       {" ", "{}", "[]", R"({"name":"other"})", R"({"properties":{"status":"disabled"}})",
        R"({"status":null})", R"({"expiryDate":"tomorrow"})", R"({"scopes":1})"}) {
    SCOPED_TRACE(body);
    EXPECT_TRUE(is_error(client.send("PATCH", tokens_path() + "/my-id", body), 400));
  }
}

TEST(StubServerBody, IsJson) {
  StubServer stub;
  RawClient client(stub);

  const auto text = client.send("POST", tokens_path(), named("plain"), "text/plain");
  const auto json =
      client.send("POST", tokens_path(), named("plain"), "Application/JSON; charset=utf-8");

  EXPECT_TRUE(is_error(text, 415));
  EXPECT_EQ(json.status, 201);
}

TEST(StubServerName, IsRefusedWith422WhenItBreaksTheRule) {
  StubServer stub;
  RawClient client(stub);

  for (const std::string& name : {std::string(), std::string("a"), std::string("1a"),
                                  std::string("a-"), std::string("a_b"), std::string(64, 'a')}) {
    SCOPED_TRACE(name);
    EXPECT_TRUE(is_error(client.send("POST", tokens_path(), named(name)), 422));
    EXPECT_TRUE(is_error(client.send("PUT", tokens_path() + "/my-id", named(name)), 422));
  }
}

TEST(StubServerName, MayBeAsLongAsTheRuleSays) {
  StubServer stub;
  RawClient client(stub);

  for (const std::string& name : {std::string("Aa"), std::string("a-1"), std::string(63, 'a')}) {
    EXPECT_EQ(client.send("POST", tokens_path(), named(name)).status, 201) << name;
  }
}

TEST(StubServerName, IsRefusedWith409WhenItIsTaken) {
  StubServer stub;
  RawClient client(stub);
  client.send("POST", tokens_path(), named("plain"));

  EXPECT_TRUE(is_error(client.send("POST", tokens_path(), named("plain")), 409));
  EXPECT_TRUE(is_error(client.send("PUT", tokens_path() + "/my-id", named("plain")), 409));
}

TEST(StubServerName, CannotBeChanged) {
  StubServer stub;
  RawClient client(stub);
  client.send("PUT", tokens_path() + "/my-id", named("plain"));

  EXPECT_TRUE(is_error(client.send("PUT", tokens_path() + "/my-id", named("other")), 400));
}

TEST(StubServerExpiryDate, IsRefusedWith422WhenItHasPassed) {
  StubServer stub;
  RawClient client(stub);
  const std::string past = R"({"properties":{"name":"plain","expiryDate":"2001-01-01T00:00:00Z"}})";

  EXPECT_TRUE(is_error(client.send("POST", tokens_path(), past), 422));
  EXPECT_TRUE(is_error(client.send("PUT", tokens_path() + "/my-id", past), 422));
  client.send("PUT", tokens_path() + "/my-id", named("plain"));
  EXPECT_TRUE(is_error(client.send("PUT", tokens_path() + "/my-id", past), 422));
  EXPECT_TRUE(is_error(
      client.send("PATCH", tokens_path() + "/my-id", R"({"expiryDate":"2001-01-01T00:00:00Z"})"),
      422));
}

TEST(StubServerBounds, AreRefusedWhenTheyAreNoNumbers) {
  StubServer stub;
  RawClient client(stub);

  for (const char* query : {"offset=-1", "offset=x", "limit=", "limit=1x", "limit=+1",
                            "offset=2147483648", "limit=99999999999999999999", "limit=%zz"}) {
    SCOPED_TRACE(query);
    EXPECT_TRUE(is_error(client.get(tokens_path() + "?" + query), 400));
  }
}

TEST(StubServerPath, OfAnUnknownRegistryOrTokenIsRefusedWith404) {
  StubServer stub;
  RawClient client(stub);
  const std::string unknown = "/containerregistries/registries/unknown/tokens";

  EXPECT_TRUE(is_error(client.get("/containerregistries/registries/unknown"), 404));
  EXPECT_TRUE(is_error(client.get(unknown), 404));
  EXPECT_TRUE(is_error(client.send("POST", unknown, named("plain")), 404));
  EXPECT_TRUE(is_error(client.send("PUT", unknown + "/my-id", named("plain")), 404));
  EXPECT_TRUE(is_error(client.get(tokens_path() + "/unknown"), 404));
  EXPECT_TRUE(is_error(client.send("PATCH", tokens_path() + "/unknown", R"({"status":"x"})"), 404));
  EXPECT_TRUE(is_error(client.send("DELETE", tokens_path() + "/unknown"), 404));
}

TEST(StubServerPath, ThatIsNotTheApisIsRespondedToByTheGateway) {
  StubServer stub;
  RawClient client(stub);

  for (const std::string& path :
       {std::string("/"), std::string("/containerregistries/registries"), tokens_path() + "/",
        tokens_path() + "/my-id/more", std::string("/containerregistries/registries//tokens"),
        std::string("/containerregistries/registries/"), std::string("/registries/my-id"),
        std::string("/containerregistries"), std::string("/containerregistries/locations/my-id"),
        std::string("/containerregistries/registries/%7BregistryId%7D/%7BtokenId%7D")}) {
    const auto response = client.get(path);
    EXPECT_EQ(response.status, 404) << path;
    EXPECT_EQ(response.body, R"({"msg":"Not Found"})") << path;
  }
}

TEST(StubServerPath, HasAParameterInEachSegmentAlone) {
  StubServer stub;
  RawClient client(stub);

  // An encoded slash ends no segment.
  EXPECT_TRUE(is_error(client.get("/containerregistries/registries/my%2Ftokens"), 404));
}

TEST(StubServerMethod, IsRefusedWithThoseThatThePathHas) {
  StubServer stub;
  RawClient client(stub);

  const auto on_registry = client.send("DELETE", registry_path());
  const auto on_list = client.send("DELETE", tokens_path());
  const auto on_token = client.send("POST", tokens_path() + "/my-id", named("plain"));

  EXPECT_TRUE(is_error(on_registry, 405));
  EXPECT_EQ(on_registry.header("Allow"), "GET");
  EXPECT_TRUE(is_error(on_list, 405));
  EXPECT_EQ(on_list.header("Allow"), "GET, POST");
  EXPECT_TRUE(is_error(on_token, 405));
  EXPECT_EQ(on_token.header("Allow"), "GET, PATCH, PUT, DELETE");
}

}  // namespace
