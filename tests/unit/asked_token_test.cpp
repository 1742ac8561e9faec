// SPDX-License-Identifier: Apache-2.0
#include "api/asked_token.hpp"

#include <gtest/gtest.h>

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include <ionoscloud/container_registry/exceptions.hpp>

#include "api/asked_id.hpp"
#include "support/caught.hpp"
#include "support/responses.hpp"
#include "support/tokens_api_test.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

using Json = nlohmann::json;

const std::string lower = "5feec327-ac67-4f8b-ae9f-09e06799fbb2";
const std::string upper = "5FEEC327-AC67-4F8B-AE9F-09E06799FBB2";

TEST(SameId, IsAUuidWhateverTheCaseOfItsLetters) {
  EXPECT_TRUE(is_same_id(lower, lower));
  EXPECT_TRUE(is_same_id(lower, upper));
  EXPECT_TRUE(is_same_id(upper, "5feec327-AC67-4f8b-AE9F-09e06799FBB2"));
  EXPECT_FALSE(is_same_id(lower, "5feec327-ac67-4f8b-ae9f-09e06799fbb3"));
}

TEST(SameId, IsAnyOtherTextByteByByte) {
  EXPECT_TRUE(is_same_id("tok", "tok"));
  EXPECT_FALSE(is_same_id("tok", "Tok"));
  EXPECT_FALSE(is_same_id("tok", "tok "));
  EXPECT_FALSE(is_same_id("", "tok"));
  // Nearly UUIDs.
  for (const std::string& text :
       {lower.substr(1), lower + "f", "{" + lower + "}", "g" + lower.substr(1),
        std::string("5feec327ac674f8bae9f09e06799fbb2"),
        std::string("5feec327ac67-4f8b-ae9f--09e06799fbb2"),
        std::string("5feec327_ac67_4f8b_ae9f_09e06799fbb2")}) {
    std::string other = text;
    for (char& c : other) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;

    EXPECT_TRUE(is_same_id(text, text));
    EXPECT_FALSE(is_same_id(text, other)) << text;
  }
}

/// What becomes of a token that isn't the one that was asked for, or of another name.
class AskedToken : public TokensApiTest {
 protected:
  DecodeException refused(const Json& body, int status, const std::function<void()>& call) {
    transport->respond(status, body.dump());
    return caught<DecodeException>(call);
  }

  void find(const TokenId& id) { static_cast<void>(tokens.registries_tokens_find_by_id("r", id)); }
  void patch(const TokenId& id) {
    static_cast<void>(tokens.registries_tokens_patch("r", id, disabling()));
  }
  void put(const TokenId& id) {
    static_cast<void>(tokens.registries_tokens_put("r", id, whole_token()));
  }
  void post() { static_cast<void>(tokens.registries_tokens_post("r", new_token())); }
};

TEST_F(AskedToken, HasNoOtherId) {
  for (const std::string_view id : {"another", "TOK", "", "tok "}) {
    const Json other = token_json(std::string(id), "ci-pull");
    EXPECT_EQ(refused(other, 200, [&] { find("tok"); }).path(), "$.id") << id;
    EXPECT_EQ(refused(other, 200, [&] { patch("tok"); }).path(), "$.id") << id;
    EXPECT_EQ(refused(other, 200, [&] { put("tok"); }).path(), "$.id") << id;
  }
}

TEST_F(AskedToken, MayHaveItsUuidInAnotherCase) {
  const std::string body = token_json(lower, "ci-pull").dump();
  for (int i = 0; i < 3; ++i) transport->respond(200, body);

  EXPECT_NO_THROW(find(upper));
  EXPECT_NO_THROW(patch(upper));
  EXPECT_NO_THROW(put(upper));
}

TEST_F(AskedToken, HasTheNameThatWasSent) {
  for (const char* name : {"other", "CI-PULL", "", "ci-pull "}) {
    const Json other = token_json("tok", name, "pass-word");

    const auto posted = refused(other, 201, [&] { post(); });
    EXPECT_EQ(posted.path(), "$.properties.name") << name;
    EXPECT_EQ(posted.salvaged()->password.expose(), "pass-word") << name;
    EXPECT_EQ(posted.execution(), Execution::executed);

    const auto put_one = refused(other, 201, [&] { put("tok"); });
    EXPECT_EQ(put_one.path(), "$.properties.name") << name;
    EXPECT_EQ(put_one.salvaged()->password.expose(), "pass-word") << name;
  }
}

TEST_F(AskedToken, HasItsNameForALogin) {
  Json other = token_json("tok", "ci-pull", "pass-word");
  other["properties"]["credentials"]["username"] = "other";

  const auto posted = refused(other, 201, [&] { post(); });
  EXPECT_EQ(posted.path(), "$.properties.credentials.username");
  EXPECT_EQ(posted.salvaged()->username, "other");
  EXPECT_EQ(refused(other, 201, [&] { put("tok"); }).path(), "$.properties.credentials.username");
}

TEST_F(AskedToken, MayLeaveOutItsLogin) {
  Json token = token_json("tok", "ci-pull", "pass-word");
  token["properties"]["credentials"]["username"] = nullptr;
  for (int i = 0; i < 2; ++i) transport->respond(201, token.dump());

  EXPECT_NO_THROW(post());
  EXPECT_NO_THROW(put("tok"));
}

TEST_F(AskedToken, HasAnIdWhenItWasCreated) {
  Json token = token_json("tok", "ci-pull", "pass-word");
  for (const Json& id : {Json(nullptr), Json("")}) {
    token["id"] = id;
    const auto error = refused(token, 201, [&] { post(); });
    EXPECT_EQ(error.path(), "$.id");
    EXPECT_EQ(error.salvaged()->password.expose(), "pass-word");
  }
  token.erase("id");
  EXPECT_EQ(refused(token, 201, [&] { post(); }).path(), "$.id");
}

TEST_F(AskedToken, MayLeaveOutAnIdThatIsKnown) {
  Json token = token_json("tok", "ci-pull", "pass-word");
  token.erase("id");
  const std::string body = token.dump();
  for (int i = 0; i < 3; ++i) transport->respond(200, body);

  EXPECT_NO_THROW(find("tok"));
  EXPECT_NO_THROW(patch("tok"));
  EXPECT_NO_THROW(put("tok"));
}

TEST_F(AskedToken, IsNotShownBlanksForItsPassword) {
  for (const char* blank : {"", " ", " \t\n "}) {
    const Json token = token_json("tok", "ci-pull", blank);
    EXPECT_EQ(refused(token, 201, [&] { post(); }).path(), "$.properties.credentials.password");
  }
}

TEST_F(AskedToken, IsRefusedByThePlaceThatStandsTwice) {
  const std::string whole = token_json("tok", "ci-pull", "pass-word").dump();
  struct Row {
    std::string_view before;
    std::string more;
    const char* path;
    bool password_is_whole;
  };
  const std::vector<Row> rows = {
      {"\"id\"", R"("id":"tok",)", "$.id", true},
      {"\"id\"", R"("id":"other",)", "$.id", true},
      {"\"password\"", R"("password":"other",)", "$.properties.credentials.password", false},
      {"\"password\"", R"("password":"pass-word",)", "$.properties.credentials.password", false},
      {"\"username\"", R"("username":"other",)", "$.properties.credentials.username", true},
      {"\"credentials\"", R"("credentials":{},)", "$.properties.credentials", false},
      {"\"properties\"", R"("properties":{"name":"ci-pull"},)", "$.properties", false},
      {"\"status\"", R"("name":"ci-pull",)", "$.properties.name", true}};
  for (const Row& row : rows) {
    std::string text = whole;
    text.insert(text.find(row.before), row.more);
    for (const std::function<void()>& call :
         {std::function<void()>([&] { post(); }), std::function<void()>([&] { put("tok"); })}) {
      transport->respond(201, text);

      const auto error = caught<DecodeException>(call);

      EXPECT_EQ(error.path(), row.path) << text;
      EXPECT_EQ(error.salvaged()->password_complete, row.password_is_whole) << text;
      EXPECT_EQ(std::string(error.what()).find("pass-word"), std::string::npos);
    }
  }
}

}  // namespace
}  // namespace v0
}  // namespace ionoscloud::container_registry
