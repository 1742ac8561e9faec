// SPDX-License-Identifier: Apache-2.0
#include "json/salvage.hpp"

#include <gtest/gtest.h>

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "support/responses.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

const std::string created = token_json("tok-1", "ci-pull", "pass-word").dump();

TEST(Salvage, ReadsAllOfAWholeResponse) {
  const auto salvaged = json::salvage_token(created);

  ASSERT_TRUE(salvaged);
  EXPECT_EQ(salvaged->id, TokenId("tok-1"));
  EXPECT_EQ(salvaged->username, "ci-pull");
  EXPECT_EQ(salvaged->password.expose(), "pass-word");
  EXPECT_TRUE(salvaged->id_complete);
  EXPECT_TRUE(salvaged->password_complete);
}

TEST(Salvage, ReadsThePartBeforeACut) {
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

// Part of an id once passed for the id of another token, which was deleted.
TEST(Salvage, LeavesOutAnIdThatWasCutOff) {
  const std::size_t end = created.find("tok-1") + std::string("tok-1").size();

  for (std::size_t size = 0; size <= end; ++size) {
    EXPECT_FALSE(json::salvage_token(std::string_view(created).substr(0, size))) << size;
  }
  EXPECT_EQ(json::salvage_token(created.substr(0, end + 1)).value().id, TokenId("tok-1"));
}

TEST(Salvage, DecodesEscapes) {
  const auto salvaged = json::salvage_token(R"({"password":"a\"b\\c\/d\n\u00e9\ud83d\ude00)");

  ASSERT_TRUE(salvaged);
  EXPECT_EQ(salvaged->password.expose(), "a\"b\\c/d\n\xc3\xa9\xf0\x9f\x98\x80");
}

// Half an escape once passed for another character, which the password doesn't have.
TEST(Salvage, ReadsThePartBeforeACutEscape) {
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

TEST(Salvage, KeepsACharacterWhoseEscapeIsTheLast) {
  const auto salvaged = json::salvage_token(R"({"password":"a\u00e9)");

  ASSERT_TRUE(salvaged);
  EXPECT_EQ(salvaged->password.expose(), "a\xc3\xa9");
}

TEST(Salvage, KeepsBytesThatAreNotUtf8) {
  const auto salvaged = json::salvage_token("{\"password\":\"a\xff\xfe z\"}");

  ASSERT_TRUE(salvaged);
  EXPECT_EQ(salvaged->password.expose(), "a\xff\xfe z");
}

/// The result of salvaging the created token, with `damage` in place of `part`.
SalvagedToken salvaged_with(std::string_view part, std::string_view damage) {
  std::string text = created;
  text.replace(text.find(part), part.size(), damage);
  return json::salvage_token(text).value_or(SalvagedToken());
}

/// Damages of a text, after which its original can't be known.
const std::vector<std::string> damages = {R"(a\qb)",
                                          R"(a\x41)",
                                          R"(a\u12)",
                                          R"(a\u12g4)",
                                          R"(a\ud800b)",
                                          R"(a\ud800\u0041)",
                                          R"(a\ud800\ud800)",
                                          R"(a\udc00)",
                                          R"(a\ud83d)",
                                          "a\x01",
                                          "a\nb",
                                          "a\tb",
                                          std::string("a\0b", 3),
                                          "a\xff",
                                          "a\x80",
                                          "a\xc0\x80",
                                          "a\xc3",
                                          "a\xe0\x80\xaf",
                                          "a\xed\xa0\x80",
                                          "a\xf4\x90\x80\x80",
                                          "a\"b",
                                          "a\"",
                                          "a\",\"b"};

TEST(Salvage, MarksAPasswordWithDamagedCharacters) {
  for (const std::string& damage : damages) {
    const SalvagedToken salvaged = salvaged_with("pass-word", damage);

    EXPECT_FALSE(salvaged.password_complete) << damage;
    EXPECT_EQ(salvaged.password.expose().substr(0, 1), "a") << damage;
    EXPECT_TRUE(salvaged.id_complete) << damage;
  }
}

TEST(Salvage, LeavesOutAnIdWhoseCharactersAreDamaged) {
  for (const std::string& damage : damages) {
    const SalvagedToken salvaged = salvaged_with("tok-1", damage);

    EXPECT_EQ(salvaged.id.text(), "") << damage;
    EXPECT_FALSE(salvaged.id_complete) << damage;
  }
}

TEST(Salvage, LeavesOutAUsernameWhoseCharactersAreDamaged) {
  for (const std::string& damage : damages) {
    std::string text = created;
    const std::string_view member = R"("username":")";
    text.replace(text.find(member) + member.size(), std::string_view("ci-pull").size(), damage);

    EXPECT_EQ(json::salvage_token(text).value().username, "") << damage;
  }
}

TEST(Salvage, KeepsAPasswordWithAnyCharactersOfJson) {
  for (const auto& [written, meant] : std::vector<std::pair<std::string, std::string>>{
           {R"(a\u0000b)", std::string("a\0b", 3)},
           {R"(\"\\\/\b\f\n\r\t)", "\"\\/\b\f\n\r\t"},
           {R"(\uD83D\uDE00)", "\xf0\x9f\x98\x80"},
           {R"(\uDBFF\uDFFF)", "\xf4\x8f\xbf\xbf"},
           {"\x7f\xed\x9f\xbf\xee\x80\x80", "\x7f\xed\x9f\xbf\xee\x80\x80"},
           {" a ", " a "}}) {
    const SalvagedToken salvaged = salvaged_with("pass-word", written);

    EXPECT_TRUE(salvaged.password_complete) << written;
    EXPECT_EQ(salvaged.password.expose(), meant) << written;
  }
}

TEST(Salvage, IgnoresAPasswordOfSpaces) {
  for (const char* blank : {"", " ", R"( \t\n)"}) {
    EXPECT_FALSE(salvaged_with("pass-word", blank).password_complete) << blank;
  }
}

TEST(Salvage, MarksValuesThatAppearTwice) {
  const std::string_view login = R"("credentials":{"username":"x","password":"y"})";
  struct Case {
    std::string_view before;
    std::string more;
    bool id_is_whole;
    bool password_is_whole;
  };
  const Case cases[] = {
      {"\"id\"", R"("id":"tok-1",)", false, true},
      {"\"id\"", R"("id":"tok-2",)", false, true},
      {"\"id\"", R"("id":null,)", false, true},
      {"\"id\"", R"("i\u0064":"tok-2",)", false, true},
      {"\"password\"", R"("password":"pass-word",)", true, false},
      {"\"password\"", R"("password":"other",)", true, false},
      {"\"password\"", R"("password":"",)", true, false},
      {"\"password\"", R"("password":7,)", true, false},
      {"\"password\"", R"("p\u0061ssword":"other",)", true, false},
      {"\"username\"", R"("username":"other",)", true, true},
      {"\"credentials\"", std::string(login) + ",", true, false},
      {"\"credentials\"", R"("credentials":null,)", true, false},
      {"\"properties\"", "\"properties\":{" + std::string(login) + "},", true, false},
      {"\"properties\"", R"("properties":{},)", true, false},
      {"\"metadata\"", R"("more":{"password":"other"},)", true, false},
  };
  for (const Case& one : cases) {
    std::string text = created;
    text.insert(text.find(one.before), one.more);

    const SalvagedToken salvaged = json::salvage_token(text).value();

    EXPECT_EQ(salvaged.id_complete, one.id_is_whole) << text;
    EXPECT_EQ(salvaged.password_complete, one.password_is_whole) << text;
  }
}

TEST(Salvage, MarksValuesInAnotherPlace) {
  for (const char* text : {R"({"password":"p"})", R"({"credentials":{"password":"p"}})",
                           R"([{"properties":{"credentials":{"password":"p"}}}])",
                           R"({"more":{"properties":{"credentials":{"password":"p"}}}})",
                           R"({"properties":[{"credentials":{"password":"p"}}]})",
                           R"({"properties":{"credentials":{"more":{"password":"p"}}}})",
                           R"({"more":[}],"properties":{"credentials":{"password":"p"}}})",
                           R"({}{"properties":{"credentials":{"password":"p"}}})"}) {
    const SalvagedToken salvaged = json::salvage_token(text).value();

    EXPECT_EQ(salvaged.password.expose(), "p") << text;
    EXPECT_FALSE(salvaged.password_complete) << text;
  }
  for (const char* text : {R"([{"id":"i"}])", R"({"more":{"id":"i"}})", R"({}{"id":"i"})",
                           R"({"more":[},"id":"i"})", R"({"more":{}},"id":"i"})"}) {
    EXPECT_FALSE(json::salvage_token(text)) << text;
  }
}

// Damage elsewhere doesn't change the password.
TEST(Salvage, KeepsAPasswordBesideInvalidJson) {
  for (const char* more : {R"("x":-,)", R"("x":007,)", R"("x":1.2.3,)", R"("x":tru,)", R"("x":,)",
                           ",", R"("x",)", R"("x":"\q",)", "\"x\":\"\xff\",", "\x01"}) {
    std::string text = created;
    text.insert(text.find("\"type\""), more);

    const SalvagedToken salvaged = json::salvage_token(text).value();

    EXPECT_TRUE(salvaged.id_complete) << more;
    EXPECT_TRUE(salvaged.password_complete) << more;
  }
}

// The part before a quote without its backslash once passed for the password.
TEST(Salvage, MarksAPartThatEndsWithAQuoteOfThePassword) {
  for (const char* more :
       {"\"}x", "\"}}x", "\"} x", "\",x", "\", x", "\",1", "\"},x", "\"}:", "\"]x"}) {
    std::string text = created;
    text.insert(text.find("-word"), more);

    const SalvagedToken salvaged = json::salvage_token(text).value();

    EXPECT_EQ(salvaged.password.expose(), "pass") << more;
    EXPECT_FALSE(salvaged.password_complete) << more;
  }
}

TEST(Salvage, KeepsAPasswordBeforeAnExtraComma) {
  std::string text = created;
  text.insert(text.find("pass-word\"") + std::string("pass-word\"").size(), ", ");
  text.resize(text.find(", ") + 2);

  EXPECT_TRUE(json::salvage_token(text).value().password_complete);
  EXPECT_TRUE(json::salvage_token(text + "}}}").value().password_complete);
}

TEST(Salvage, SkipsWrongTypesBesideThePassword) {
  const auto salvaged = json::salvage_token(
      R"({"id":7,"metadata":[[{]},"properties":{"credentials":{"username":null,"password":"p"}}})");

  ASSERT_TRUE(salvaged);
  EXPECT_TRUE(salvaged->id.text().empty());
  EXPECT_EQ(salvaged->password.expose(), "p");
}

TEST(Salvage, ReadsOnlyTheIdOfTheToken) {
  const auto salvaged = json::salvage_token(R"({"metadata":{"id":"not this"},"id":"this"})");

  ASSERT_TRUE(salvaged);
  EXPECT_EQ(salvaged->id, TokenId("this"));
}

TEST(Salvage, ReadsATextAsANameOnlyBeforeAColon) {
  EXPECT_FALSE(json::salvage_token(R"(["password", "not one"])"));
}

TEST(Salvage, FindsNothingInOtherTexts) {
  for (const std::string_view text : {"", "<html>password</html>", "null", "{}", "\"", "\\", "{\"",
                                      "{\"password\":\"", "{\"password\":\"\"}"}) {
    EXPECT_FALSE(json::salvage_token(text)) << text;
  }
}

TEST(Salvage, ReadsAnyDepth) { EXPECT_FALSE(json::salvage_token(std::string(1'000'000, '['))); }

}  // namespace
}  // namespace v0
}  // namespace ionoscloud::container_registry
