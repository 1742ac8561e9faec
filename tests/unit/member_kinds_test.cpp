// SPDX-License-Identifier: Apache-2.0
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include <gmock/gmock.h>

#include "json/codec.hpp"
#include "json/object_reader.hpp"
#include "json/object_writer.hpp"

// All kinds of members that a model may have, also those that no model has yet.
namespace ionoscloud::container_registry {
inline namespace v0 {
namespace member_kinds_test {

struct Kinds {
  bool flag = false;
  double number = 0;
  std::optional<bool> perhaps;
  std::vector<std::string> texts;
  AnyJson anything;
};

/// More members than an unsigned integer of 32 bits has bits.
struct ManyMembers {
  std::int64_t a = 0, b = 0, c = 0, d = 0, e = 0, f = 0;
  std::int64_t g = 0, h = 0, i = 0, j = 0, k = 0, l = 0;
  std::int64_t m = 0, n = 0, o = 0, p = 0, q = 0, r = 0;
  std::int64_t s = 0, t = 0, u = 0, v = 0, w = 0, x = 0;
  std::int64_t y = 0, z = 0, aa = 0, bb = 0, cc = 0, dd = 0;
  std::int64_t ee = 0, ff = 0, gg = 0, hh = 0, ii = 0, jj = 0;
};

}  // namespace member_kinds_test

template <>
inline constexpr bool is_model<member_kinds_test::Kinds> = true;
template <>
inline constexpr bool is_model<member_kinds_test::ManyMembers> = true;

template <>
inline constexpr auto members_of<member_kinds_test::Kinds> =
    std::make_tuple(required("flag", &member_kinds_test::Kinds::flag),
                    required("number", &member_kinds_test::Kinds::number),
                    optional("perhaps", &member_kinds_test::Kinds::perhaps),
                    defaulted("texts", &member_kinds_test::Kinds::texts),
                    required("anything", &member_kinds_test::Kinds::anything));

template <>
inline constexpr auto members_of<member_kinds_test::ManyMembers> = [] {
  using member_kinds_test::ManyMembers;
  return std::make_tuple(required("a", &ManyMembers::a), required("b", &ManyMembers::b),
                         required("c", &ManyMembers::c), required("d", &ManyMembers::d),
                         required("e", &ManyMembers::e), required("f", &ManyMembers::f),
                         required("g", &ManyMembers::g), required("h", &ManyMembers::h),
                         required("i", &ManyMembers::i), required("j", &ManyMembers::j),
                         required("k", &ManyMembers::k), required("l", &ManyMembers::l),
                         required("m", &ManyMembers::m), required("n", &ManyMembers::n),
                         required("o", &ManyMembers::o), required("p", &ManyMembers::p),
                         required("q", &ManyMembers::q), required("r", &ManyMembers::r),
                         required("s", &ManyMembers::s), required("t", &ManyMembers::t),
                         required("u", &ManyMembers::u), required("v", &ManyMembers::v),
                         required("w", &ManyMembers::w), required("x", &ManyMembers::x),
                         required("y", &ManyMembers::y), required("z", &ManyMembers::z),
                         required("aa", &ManyMembers::aa), required("bb", &ManyMembers::bb),
                         required("cc", &ManyMembers::cc), required("dd", &ManyMembers::dd),
                         required("ee", &ManyMembers::ee), required("ff", &ManyMembers::ff),
                         required("gg", &ManyMembers::gg), required("hh", &ManyMembers::hh),
                         required("ii", &ManyMembers::ii), required("jj", &ManyMembers::jj));
}();

namespace member_kinds_test {
namespace {

using ::testing::ElementsAre;
using ::testing::Optional;

template <class Model>
Model read(std::string text) {
  Model model;
  json::Document document(text);
  json::read_object(document, document.root(), model, json::JsonPath());
  document.finish();
  return model;
}

template <class Model>
std::string write(const Model& model) {
  json::Output out(SecretText::redacted);
  json::write_object(out, model, json::JsonPath());
  return std::move(out).take();
}

/// `Kinds` with other JSON for one member.
std::string kinds_with(std::string_view name, std::string_view json) {
  const std::pair<std::string_view, std::string_view> members[] = {
      {"flag", "true"}, {"number", "0.5"}, {"anything", "null"}};
  std::string text = "{";
  for (const auto& [member, right] : members) {
    text.append(text.size() == 1 ? "\"" : ",\"").append(member).append("\":");
    text.append(member == name ? json : right);
  }
  return text + "}";
}

/// The error of decoding `Kinds` with that member.
std::string decode_error(std::string_view name, std::string_view json) {
  try {
    read<Kinds>(kinds_with(name, json));
  } catch (const json::DecodeError& error) {
    return error.path + " " + error.problem;
  }
  return "";
}

double number_of(std::string_view json) { return read<Kinds>(kinds_with("number", json)).number; }

std::string written(double number) {
  Kinds kinds;
  kinds.number = number;
  const std::string text = write(kinds);
  const std::size_t begin = text.find("number\":") + 8;
  return text.substr(begin, text.find(',', begin) - begin);
}

std::string any_of(std::string_view json) {
  return read<Kinds>(kinds_with("anything", json)).anything.text;
}

TEST(MemberKinds, AreReadAndWritten) {
  constexpr std::string_view text =
      R"({"flag":true,"number":9.8,"perhaps":false,"texts":["a","\u00e4"],"anything":{"a":[1]}})";
  const auto kinds = read<Kinds>(std::string(text));
  EXPECT_TRUE(kinds.flag);
  EXPECT_EQ(kinds.number, 9.8);
  EXPECT_THAT(kinds.perhaps, Optional(false));
  EXPECT_THAT(kinds.texts, ElementsAre("a", "ä"));
  EXPECT_EQ(kinds.anything.text, R"({"a":[1]})");
  EXPECT_EQ(write(kinds),
            R"({"flag":true,"number":9.8,"perhaps":false,"texts":["a","ä"],"anything":{"a":[1]}})");
}

TEST(MemberKinds, ReadNullAsAbsentWhereTheyAreOptional) {
  const auto kinds =
      read<Kinds>(R"({"flag":false,"number":1,"perhaps":null,"texts":null,"anything":null})");
  EXPECT_FALSE(kinds.perhaps);
  EXPECT_THAT(kinds.texts, ElementsAre());
  EXPECT_EQ(kinds.anything.text, "null");
}

TEST(MemberOfBool, IsTrueOrFalseOnly) {
  EXPECT_EQ(decode_error("flag", "1"), "$.flag must be true or false, but is a number");
  EXPECT_EQ(decode_error("flag", "\"true\""), "$.flag must be true or false, but is text");
  EXPECT_EQ(decode_error("flag", "null"), "$.flag must be true or false, but is null");
  EXPECT_EQ(decode_error("flag", "truth"), "$.flag is not JSON");
}

TEST(MemberOfDouble, ReadsEveryNumberOfJson) {
  EXPECT_EQ(number_of("7"), 7);
  EXPECT_EQ(number_of("-0.25"), -0.25);
  EXPECT_EQ(number_of("1e3"), 1000);
  EXPECT_EQ(number_of("9007199254740993"), 9007199254740992);
}

TEST(MemberOfDouble, IsANumberOnly) {
  EXPECT_EQ(decode_error("number", "\"7\""),
            "$.number must be a number within the range of a double, but is text");
  EXPECT_EQ(decode_error("number", "1e999"),
            "$.number must be a number within the range of a double, but is another number");
  EXPECT_EQ(decode_error("number", "NaN"), "$.number is not JSON");
  EXPECT_EQ(decode_error("number", "01"), "$.number is not JSON");
  EXPECT_EQ(decode_error("number", "1."), "$.number is not JSON");
}

TEST(MemberOfDouble, IsWrittenAsTheShortestTextThatReadsTheSame) {
  EXPECT_EQ(written(0.1), "0.1");
  EXPECT_EQ(written(7), "7");
  EXPECT_EQ(number_of(written(1.0 / 3)), 1.0 / 3);
  EXPECT_EQ(number_of(written(std::numeric_limits<double>::max())),
            std::numeric_limits<double>::max());
}

TEST(MemberOfDouble, IsRejectedWhenItIsNoJsonNumber) {
  EXPECT_THROW(written(std::numeric_limits<double>::infinity()), json::EncodeError);
  EXPECT_THROW(written(std::numeric_limits<double>::quiet_NaN()), json::EncodeError);
}

TEST(MemberOfAnyJson, KeepsTheTextOfAnyValue) {
  for (const std::string_view json :
       {"null", "true", "-1.5e3", "\"a\\n\"", "[]", "{}", R"([1, {"a" : [ ]}])"}) {
    EXPECT_EQ(any_of(json), json);
  }
}

TEST(MemberOfAnyJson, LeavesOutTheWhiteSpaceAroundIt) { EXPECT_EQ(any_of(" [ 1 ]\n "), "[ 1 ]"); }

TEST(MemberOfAnyJson, IsCheckedAsStrictlyAsOtherMembers) {
  EXPECT_NE(decode_error("anything", "[1,]"), "");
  EXPECT_NE(decode_error("anything", "{\"a\":01}"), "");
  EXPECT_NE(decode_error("anything", "nothing"), "");
}

TEST(MemberOfAnyJson, IsNotWrittenWhenItIsNotOneValue) {
  for (const char* const text : {"", " ", "1,2", "1} ", "{", "\"", "\"a\":1", "tru", "1,\"b\":2"}) {
    Kinds kinds;
    kinds.anything.text = text;
    EXPECT_THROW(write(kinds), json::EncodeError) << text;
  }
}

TEST(ManyMembers, AreAllReadAndAllRequired) {
  ManyMembers many;
  many.jj = 36;
  const std::string text = write(many);
  EXPECT_EQ(read<ManyMembers>(text).jj, 36);
  try {
    read<ManyMembers>(text.substr(0, text.rfind(',')) + "}");
    FAIL();
  } catch (const json::DecodeError& error) {
    EXPECT_EQ(error.path + " " + error.problem, "$.jj is missing");
  }
}

TEST(ManyMembers, AreRejectedWhenOneAppearsTwice) {
  std::string text = write(ManyMembers());
  text.back() = ',';
  try {
    read<ManyMembers>(text + "\"jj\":2}");
    FAIL();
  } catch (const json::DecodeError& error) {
    EXPECT_EQ(error.path + " " + error.problem, "$.jj appears twice");
  }
}

}  // namespace
}  // namespace member_kinds_test
}  // namespace v0
}  // namespace ionoscloud::container_registry
