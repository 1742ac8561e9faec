// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include <ionoscloud/container_registry/exceptions.hpp>
#include <ionoscloud/container_registry/tokens_api.hpp>

#include "api/operations.hpp"
#include "support/api_operations.hpp"
#include "support/caught.hpp"
#include "support/responses.hpp"
#include "support/tokens_api_test.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

using Json = nlohmann::json;

/// What becomes of a 2xx whose body isn't what it should be. Operations that delete aren't
/// there, since they read none.
class TokensApiResponses : public TokensApiTest {
 protected:
  void expect_decode_exceptions(const std::string& body, int status = 200) {
    for (const Operation* row : operations::all) {
      if (row->method == HttpMethod::del) continue;
      const ApiOperation& operation = api_operation(row->name);
      transport->respond(status, body);

      const auto error = caught<DecodeException>(
          [&] { static_cast<void>(operation.call(client, operation.path, {})); });

      EXPECT_EQ(error.operation(), operation.name);
      EXPECT_EQ(error.status(), status);
      EXPECT_EQ(error.attempts(), 1);
      EXPECT_EQ(error.execution(), Execution::executed);
      EXPECT_EQ(error.path().substr(0, 1), "$") << operation.name;
      EXPECT_LT(std::string(error.what()).size(), 400u);
    }
  }
};

TEST_F(TokensApiResponses, ThatAreNotJsonAreRefused) {
  expect_decode_exceptions("<html><body>Welcome</body></html>");
  expect_decode_exceptions("");
  expect_decode_exceptions(" \r\n");
  expect_decode_exceptions("", 204);
  expect_decode_exceptions("\xff\xfe\xfd");
}

TEST_F(TokensApiResponses, OfAnotherTypeAreRefused) {
  for (const char* body : {"null", "true", "1", "\"text\"", "[]", "{}", "[{}]"}) {
    expect_decode_exceptions(body);
  }
}

TEST_F(TokensApiResponses, ThatAreNestedTooDeeplyAreRefused) {
  expect_decode_exceptions(std::string(10'000, '[') + std::string(10'000, ']'));
  expect_decode_exceptions(std::string(10'000, '['));
}

TEST_F(TokensApiResponses, CutAnywhereAreRefused) {
  const std::string whole = token_json("tok", "ci-pull", "shown once").dump();

  for (std::size_t size = 0; size < whole.size(); ++size) {
    transport->respond(201, whole.substr(0, size));

    EXPECT_THROW(static_cast<void>(tokens.registries_tokens_post("r", new_token())),
                 DecodeException)
        << size;
  }
}

TEST_F(TokensApiResponses, WithAMemberOfAWrongTypeAreRefusedByItsPath) {
  struct Row {
    Json::json_pointer member;
    Json value;
    const char* path;
  };
  const std::vector<Row> rows = {
      {Json::json_pointer("/metadata"), nullptr, "$.metadata"},
      {Json::json_pointer("/metadata/createdDate"), "tomorrow", "$.metadata.createdDate"},
      {Json::json_pointer("/metadata/createdBy"), 1, "$.metadata.createdBy"},
      {Json::json_pointer("/properties"), Json::array(), "$.properties"},
      {Json::json_pointer("/properties/name"), nullptr, "$.properties.name"},
      {Json::json_pointer("/properties/name"), 7, "$.properties.name"},
      {Json::json_pointer("/properties/scopes"), "all", "$.properties.scopes"},
      {Json::json_pointer("/properties/scopes/0/actions"), "pull",
       "$.properties.scopes[0].actions"},
      {Json::json_pointer("/properties/credentials/password"), 5,
       "$.properties.credentials.password"}};

  for (const Row& row : rows) {
    Json token = token_json("tok", "ci-pull", "shown once");
    token[row.member] = row.value;
    transport->respond(201, token.dump());

    const auto error = caught<DecodeException>(
        [&] { static_cast<void>(tokens.registries_tokens_post("r", new_token())); });

    EXPECT_EQ(error.path(), row.path);
    EXPECT_NE(std::string(error.what()).find(row.path), std::string::npos);
  }
}

TEST_F(TokensApiResponses, ThatAreRefusedDoNotShowThePassword) {
  Json token = token_json("tok", "ci-pull", "shown-once");
  token["properties"]["name"] = nullptr;
  transport->respond(201, token.dump());

  const auto error = caught<DecodeException>(
      [&] { static_cast<void>(tokens.registries_tokens_post("r", new_token())); });

  EXPECT_EQ(std::string(error.what()).find("shown-once"), std::string::npos);
}

TEST_F(TokensApiResponses, ToACreationSayThatItWasDone) {
  transport->respond(201, "");

  const auto error = caught<DecodeException>(
      [&] { static_cast<void>(tokens.registries_tokens_post("r", new_token())); });

  EXPECT_NE(std::string(error.what()).find("got status 201"), std::string::npos);
  EXPECT_NE(std::string(error.what()).find("the service has carried it out"), std::string::npos);
}

TEST_F(TokensApiResponses, WithTextThatIsNotUtf8AreRefused) {
  std::string body = token_json("tok", "ci-pull").dump();
  body.replace(body.find("ci-pull"), 2, "\xff\xfe");
  transport->respond(200, body);

  EXPECT_THROW(static_cast<void>(tokens.registries_tokens_find_by_id("r", "t")), DecodeException);
}

TEST_F(TokensApiResponses, MayHoldMembersThatAreNotKnown) {
  Json token = token_json("tok", "ci-pull");
  token["extra"] = {{"deep", {1, 2, {{"x", nullptr}}}}};
  token["properties"]["quota"] = 1e300;
  transport->respond(200, token.dump());

  EXPECT_EQ(tokens.registries_tokens_find_by_id("r", "tok").properties.name, "ci-pull");
}

TEST_F(TokensApiResponses, MayLeaveOutWhatIsOptional) {
  Json token = token_json("tok", "ci-pull");
  token.erase("id");
  token.erase("href");
  token["properties"] = {{"name", "ci-pull"}, {"scopes", nullptr}, {"credentials", nullptr}};
  transport->respond(200, token.dump());

  const TokenResponse read = tokens.registries_tokens_find_by_id("r", "t");

  EXPECT_EQ(read.id, std::nullopt);
  EXPECT_EQ(read.properties.expiry_date, std::nullopt);
  EXPECT_TRUE(read.properties.scopes.empty());
  EXPECT_FALSE(read.properties.credentials.has_value());
}

}  // namespace
}  // namespace v0
}  // namespace ionoscloud::container_registry
