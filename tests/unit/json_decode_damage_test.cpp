// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "json/codec.hpp"
#include "unit/json_samples.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

/// The error of decoding, as `path problem`; `nothing` without an error.
template <class Model>
std::string decode_error(std::string text) {
  try {
    (void)json::decode<Model>(text);
  } catch (const json::DecodeError& error) {
    return error.path + " " + error.problem;
  }
  return "nothing";
}

bool begins_with(std::string_view text, std::string_view beginning) {
  return text.substr(0, beginning.size()) == beginning;
}

std::string hex(char c) {
  constexpr std::string_view digits = "0123456789abcdef";
  return {digits[static_cast<unsigned char>(c) / 16], digits[static_cast<unsigned char>(c) % 16]};
}

/// Values of every type but that of `value`.
std::vector<Json> other_types(const Json& value) {
  std::vector<Json> others;
  for (const Json& kind : {Json(true), Json(1.5), Json(7), Json("text"), Json::array(),
                           Json::array({Json::array()}), Json::object(), Json({{"a", 1}})}) {
    if (value.is_number_integer() ? kind != 7 : kind.type() != value.type()) others.push_back(kind);
  }
  return others;
}

template <class Model>
class DamagedJson : public testing::Test {};
TYPED_TEST_SUITE(DamagedJson, Models, ModelNames);

TYPED_TEST(DamagedJson, IsRejectedWhenCutOffAtAnyByte) {
  const std::string whole = sample<TypeParam>().dump();

  for (std::size_t size = 0; size < whole.size(); ++size) {
    EXPECT_NE(decode_error<TypeParam>(whole.substr(0, size)), "nothing") << "after " << size;
  }
}

TYPED_TEST(DamagedJson, IsRejectedWhenAnyBracketCommaOrColonIsMissing) {
  const std::string whole = sample<TypeParam>().dump();

  for (std::size_t i = 0; i < whole.size(); ++i) {
    if (std::string_view("{}[],").find(whole[i]) == std::string_view::npos) continue;
    std::string damaged = whole;
    damaged.erase(i, 1);

    EXPECT_NE(decode_error<TypeParam>(damaged), "nothing") << damaged;
  }
}

TYPED_TEST(DamagedJson, IsRejectedWhereAValueHasAnotherType) {
  for (const Place& place : places(sample<TypeParam>())) {
    Json damaged = sample<TypeParam>();
    for (const Json& other : other_types(damaged.at(place.pointer))) {
      damaged.at(place.pointer) = other;

      const std::string said = decode_error<TypeParam>(damaged.dump());

      EXPECT_TRUE(begins_with(said, place.path + " must be ")) << said << " for " << damaged;
    }
  }
}

TYPED_TEST(DamagedJson, IsRejectedWhereARequiredValueIsNull) {
  for (const Place& place : places(sample<TypeParam>())) {
    if (!is_required<TypeParam>(place)) continue;
    Json damaged = sample<TypeParam>();
    damaged.at(place.pointer) = nullptr;

    const std::string said = decode_error<TypeParam>(damaged.dump());

    EXPECT_TRUE(begins_with(said, place.path + " must be ")) << said;
    EXPECT_NE(said.find(", but is null"), std::string::npos) << said;
  }
}

TYPED_TEST(DamagedJson, IsRejectedWhereARequiredMemberIsMissing) {
  for (const Place& place : places(sample<TypeParam>())) {
    Json damaged = sample<TypeParam>();
    if (!is_required<TypeParam>(place) || !is_member(damaged, place)) continue;
    damaged.at(place.pointer.parent_pointer()).erase(place.pointer.back());

    EXPECT_EQ(decode_error<TypeParam>(damaged.dump()), place.path + " is missing");
  }
}

TYPED_TEST(DamagedJson, IsRejectedWhereATextIsNotUtf8) {
  for (const Place& place : places(sample<TypeParam>())) {
    Json marked = sample<TypeParam>();
    if (!marked.at(place.pointer).is_string()) continue;
    marked.at(place.pointer) = "MARKER";
    for (const char* bytes : {"\xFF", "\xC0\xAF", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xE2\x82"}) {
      EXPECT_EQ(decode_error<TypeParam>(with_replaced(marked, "MARKER", bytes)),
                "$ is not valid UTF-8")
          << place.path;
    }
  }
}

TYPED_TEST(DamagedJson, IsRejectedWhereATextHasAWrongEscape) {
  for (const Place& place : places(sample<TypeParam>())) {
    Json marked = sample<TypeParam>();
    if (!marked.at(place.pointer).is_string()) continue;
    marked.at(place.pointer) = "MARKER";
    for (const char* escape : {R"(\x41)", R"(\u12)", R"(\uD800)", R"(\uDC00)", R"(\uD800\u0041)"}) {
      EXPECT_EQ(decode_error<TypeParam>(with_replaced(marked, "MARKER", escape)),
                place.path + " has an escape that JSON does not have");
    }
  }
}

TYPED_TEST(DamagedJson, IsRejectedWhereAMemberAppearsTwice) {
  const Json whole = sample<TypeParam>();
  for (const Place& place : places(whole)) {
    if (!is_member(whole, place)) continue;
    const std::string name = place.pointer.back();
    std::string escaped = name;
    escaped.replace(1, 1, "\\u00" + hex(name[1]));
    for (const Json& value : {whole.at(place.pointer), another(whole.at(place.pointer))}) {
      for (const std::string& second : {name, escaped}) {
        Json doubled = whole;
        doubled.at(place.pointer.parent_pointer())["DOUBLE"] = value;
        const std::string text = with_replaced(doubled, "DOUBLE", second);

        EXPECT_EQ(decode_error<TypeParam>(text), place.path + " appears twice") << text;
      }
    }
  }
}

TYPED_TEST(DamagedJson, IsRejectedWhenSomethingFollows) {
  const std::string whole = sample<TypeParam>().dump();

  for (const char* more : {"}", "{}", ",", "x", "null", "]", "\"\"", "\xEF\xBB\xBF"}) {
    EXPECT_NE(decode_error<TypeParam>(whole + more), "nothing") << more;
  }
}

TYPED_TEST(DamagedJson, IsRejectedWhenItIsNoObject) {
  EXPECT_EQ(decode_error<TypeParam>(""), "$ is empty");
  EXPECT_EQ(decode_error<TypeParam>(" \r\n\t"), "$ is empty");
  EXPECT_EQ(decode_error<TypeParam>("\xEF\xBB\xBF"), "$ is empty");
  EXPECT_EQ(decode_error<TypeParam>("[]"), "$ must be an object, but is a list");
  EXPECT_EQ(decode_error<TypeParam>("null"), "$ must be an object, but is null");
  EXPECT_EQ(decode_error<TypeParam>("true"), "$ must be an object, but is true or false");
  EXPECT_EQ(decode_error<TypeParam>("-1"), "$ must be an object, but is a number");
  EXPECT_EQ(decode_error<TypeParam>("\"{}\""), "$ must be an object, but is text");
  EXPECT_EQ(decode_error<TypeParam>("<html></html>"), "$ is not JSON");
}

TEST(DamagedJson, IsRejectedWhenItNestsDeeperThan64) {
  const auto nested = [](std::size_t lists) {
    return R"({"self":"/","more":)" + std::string(lists, '[') + std::string(lists, ']') + "}";
  };

  EXPECT_EQ(decode_error<PaginationLinks>(nested(63)), "nothing");
  EXPECT_EQ(decode_error<PaginationLinks>(nested(64)),
            "$ has an unknown member that nests deeper than 64");
  EXPECT_EQ(decode_error<PaginationLinks>(nested(100'000)),
            "$ has an unknown member that nests deeper than 64");
}

TEST(DamagedJson, IsRejectedWhenItNestsDeeplyAndNeverEnds) {
  for (const char* step : {"[", "{\"a\":"}) {
    std::string text = R"({"more":)";
    for (int i = 0; i < 100'000; ++i) text += step;

    EXPECT_NE(decode_error<PaginationLinks>(text), "nothing");
    EXPECT_NE(decode_error<PaginationLinks>(text + "}"), "nothing");
  }
}

TEST(DamagedJson, IsRejectedInsideUnknownMembers) {
  for (const char* value :
       {"",        "tru",         "nul",        "falsy", "truex",     "nullx",
        "x",       "[1",          "[1,]",       "[1 2]", "[}",        "{]",
        "{\"a\"}", "{\"a\":}",    "{\"a\":1,}", "{a:1}", "{\"a\" 1}", "{1:1}",
        "\"\\q\"", "{\"\\q\":1}", "12abc",      "+1",    "'a'",       "\"a\nb\""}) {
    const std::string text = R"({"self":"/","more":)" + std::string(value) + "}";

    EXPECT_NE(decode_error<PaginationLinks>(text), "nothing") << text;
  }
}

TEST(DamagedJson, IsRejectedForAnUnknownNumberThatJsonDoesNotHave) {
  for (const char* number :
       {"-",   "--1",   "-.5",   "-x",  "007",   "-01",   "00",   "1.",    "1.e5", "1.2.3", "1e",
        "1e+", "1e+-5", "1e5.0", "1-2", "1+-e.", "1E5E5", "0x10", "1_000", "1 2",  "12abc"}) {
    for (const char* place : {R"({"self":"/","more":NUMBER})", R"({"more":[1,NUMBER],"self":"/"})",
                              R"({"more":{"a":NUMBER },"self":"/"})"}) {
      std::string text = place;
      text.replace(text.find("NUMBER"), 6, number);

      EXPECT_NE(decode_error<PaginationLinks>(text), "nothing") << text;
    }
  }
  EXPECT_EQ(decode_error<PaginationLinks>(R"({"more":007})"),
            "$ has a number that JSON does not have");
}

TEST(DamagedJson, IsReadWithAnUnknownNumberOfAnyRange) {
  for (const char* number : {"0", "-0", "0.0", "-0.10", "1e5", "1E+05", "1.5e-300", "1e999",
                             "123456789012345678901234567890"}) {
    const std::string text = R"({"more":[)" + std::string(number) + " \t]}";

    EXPECT_EQ(decode_error<PaginationLinks>(text), "nothing") << text;
  }
}

TEST(DamagedJson, IsRejectedForANumberThatIsNotWholeOr64Bits) {
  for (const char* number :
       {"1.0", "1e3", "0.5", "9223372036854775808", "-9223372036854775809", "1e999", "-1e999",
        "18446744073709551616", "01", "-", "+1", "1.", ".5", "0x10", "NaN", "Infinity", "1_000"}) {
    Json marked = sample<TokensResponse>();
    marked["total"] = "MARKER";

    EXPECT_NE(decode_error<TokensResponse>(with_replaced(marked, "\"MARKER\"", number)), "nothing")
        << number;
  }
}

TEST(DamagedJson, IsRejectedForACountThatIsText) {
  Json damaged = sample<TokensResponse>();
  damaged["count"] = "5";

  EXPECT_EQ(decode_error<TokensResponse>(damaged.dump()),
            "$.count must be a whole number of 64 bits, but is text");
}

TEST(DamagedJson, IsRejectedForAnOffsetWhoseTextIsNoWholeNumber) {
  for (const char* text : {"", " ", "5 ", " 5", "+5", "5.0", "five", "9223372036854775808", "1e3",
                           "\"5\"", "5\"", "0x5"}) {
    Json damaged = sample<TokensResponse>();
    damaged["offset"] = text;

    EXPECT_EQ(decode_error<TokensResponse>(damaged.dump()),
              "$.offset must be a whole number of 64 bits, but is other text")
        << text;
  }
}

TEST(DamagedJson, IsRejectedForATextThatIsNoDate) {
  for (const char* text : {"", "soon", "2026-13-01T00:00:00Z", "2026-03-01", "1772357400"}) {
    Json damaged = sample<ApiResourceMetadata>();
    damaged["createdDate"] = text;

    EXPECT_EQ(decode_error<ApiResourceMetadata>(damaged.dump()),
              "$.createdDate must be a date such as 2026-11-24T10:00:00Z, but is other text");
  }
}

TEST(DamagedJson, IsReportedWithItsIndexInAList) {
  Json damaged = sample<TokensResponse>();
  damaged["items"][1]["properties"]["scopes"][1]["actions"][1] = 5;

  EXPECT_EQ(decode_error<TokensResponse>(damaged.dump()),
            "$.items[1].properties.scopes[1].actions[1] must be text, but is a number");
}

TEST(DamagedJson, IsNeverQuoted) {
  for (const Place& place : places(sample<PostTokenOutput>())) {
    Json damaged = sample<PostTokenOutput>();
    damaged.at(place.pointer) = Json{{"hunter2", "hunter2"}};

    EXPECT_EQ(decode_error<PostTokenOutput>(damaged.dump()).find("hunter2"), std::string::npos);
  }
}

TEST(DamagedJson, IsNotReadBeyondItsEnd) {
  // The old content of the string is after its end, and would complete the object.
  std::string text = R"({"self":"/"}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}}})";
  text.resize(std::string_view(R"({"self":"/")").size());

  EXPECT_EQ(decode_error<PaginationLinks>(text), "$ does not end where its object does");
}

}  // namespace
}  // namespace v0
}  // namespace ionoscloud::container_registry
