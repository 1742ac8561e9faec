// SPDX-License-Identifier: Apache-2.0
#include "json/salvage.hpp"

#include <gtest/gtest.h>

#include <cstddef>
#include <string>
#include <string_view>

#include "support/answers.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

const std::string created = token_json("tok-1", "ci-pull", "pass-word").dump();

TEST(Salvage, FindsAllThatAWholeAnswerHolds) {
  const auto salvaged = json::salvage_token(created);

  ASSERT_TRUE(salvaged);
  EXPECT_EQ(salvaged->id, TokenId("tok-1"));
  EXPECT_EQ(salvaged->username, "ci-pull");
  EXPECT_EQ(salvaged->password.expose(), "pass-word");
  EXPECT_TRUE(salvaged->password_complete);
}

TEST(Salvage, GivesOfATextCutAnywhereWhatStandsBeforeTheCut) {
  const std::string_view mark = "\"password\":\"";
  const std::size_t begin = created.find(mark) + mark.size();
  const std::string_view password = "pass-word";

  for (std::size_t size = begin + 1; size <= begin + password.size(); ++size) {
    const auto salvaged = json::salvage_token(std::string_view(created).substr(0, size));

    ASSERT_TRUE(salvaged) << size;
    EXPECT_EQ(salvaged->password.expose(), password.substr(0, size - begin)) << size;
    EXPECT_FALSE(salvaged->password_complete) << size;
  }
}

TEST(Salvage, KnowsThatThePasswordIsWholeByItsClosingQuote) {
  const std::size_t end = created.find("pass-word") + std::string("pass-word\"").size();

  const auto salvaged = json::salvage_token(created.substr(0, end));

  ASSERT_TRUE(salvaged);
  EXPECT_TRUE(salvaged->password_complete);
}

TEST(Salvage, UndoesEscapes) {
  const auto salvaged = json::salvage_token(R"({"password":"a\"b\\c\/d\n\u00e9\ud83d\ude00)");

  ASSERT_TRUE(salvaged);
  EXPECT_EQ(salvaged->password.expose(), "a\"b\\c/d\n\xc3\xa9\xf0\x9f\x98\x80");
}

// Half an escape was once taken for another character, which the password doesn't have.
TEST(Salvage, GivesOfATextCutWithinAnEscapeWhatStandsBeforeIt) {
  const std::string_view text = R"({"password":"a\n\u00e9\ud83d\ude00b"})";
  const std::string_view password =
      "a\n\xc3\xa9\xf0\x9f\x98\x80"
      "b";

  for (std::size_t size = 0; size < text.size(); ++size) {
    const auto salvaged = json::salvage_token(text.substr(0, size));

    const std::string part(salvaged ? salvaged->password.expose() : "");
    EXPECT_EQ(part, password.substr(0, part.size())) << text.substr(0, size);
  }
}

TEST(Salvage, KeepsACharacterWhoseEscapeIsTheLastThatCame) {
  const auto salvaged = json::salvage_token(R"({"password":"a\u00e9)");

  ASSERT_TRUE(salvaged);
  EXPECT_EQ(salvaged->password.expose(), "a\xc3\xa9");
}

TEST(Salvage, KeepsBytesThatAreNotUtf8) {
  const auto salvaged = json::salvage_token("{\"password\":\"a\xff\xfe z\"}");

  ASSERT_TRUE(salvaged);
  EXPECT_EQ(salvaged->password.expose(), "a\xff\xfe z");
}

TEST(Salvage, PassesOverWrongTypesBesideThePassword) {
  const auto salvaged = json::salvage_token(
      R"({"id":7,"metadata":[[{]},"properties":{"credentials":{"username":null,"password":"p"}}})");

  ASSERT_TRUE(salvaged);
  EXPECT_TRUE(salvaged->id.text().empty());
  EXPECT_EQ(salvaged->password.expose(), "p");
}

TEST(Salvage, TakesTheIdOfTheTokenAndNoOther) {
  const auto salvaged = json::salvage_token(R"({"metadata":{"id":"not this"},"id":"this"})");

  ASSERT_TRUE(salvaged);
  EXPECT_EQ(salvaged->id, TokenId("this"));
}

TEST(Salvage, TakesATextForANameOnlyBeforeAColon) {
  EXPECT_FALSE(json::salvage_token(R"(["password", "not one"])"));
}

TEST(Salvage, FindsNothingInWhatIsNoToken) {
  for (const std::string_view text : {"", "<html>password</html>", "null", "{}", "\"", "\\", "{\"",
                                      "{\"password\":\"", "{\"password\":\"\"}"}) {
    EXPECT_FALSE(json::salvage_token(text)) << text;
  }
}

TEST(Salvage, WalksAnyDepth) { EXPECT_FALSE(json::salvage_token(std::string(1'000'000, '['))); }

}  // namespace
}  // namespace v0
}  // namespace ionoscloud::container_registry
