// SPDX-License-Identifier: Apache-2.0
#include "base/escapes.hpp"

#include <gtest/gtest.h>

#include <string>

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

TEST(MatchEscaped, ReturnsTheLengthOfTheMatch) {
  EXPECT_EQ(match_escaped("hunter2", "hunter2"), 7u);
  EXPECT_EQ(match_escaped("h%75nter2 and more", "hunter2"), 9u);
  EXPECT_EQ(match_escaped("hunter", "hunter2"), 0u);
  EXPECT_EQ(match_escaped("xhunter2", "hunter2"), 0u);
  EXPECT_EQ(match_escaped("", "hunter2"), 0u);
}

TEST(MatchEscaped, MatchesUnescapedSigns) {
  for (const char* secret : {"100%", "a%zz", "a\\b", "a&b;", "a+b", "a&#x;", "a\\u12", "a\\xg"}) {
    EXPECT_EQ(match_escaped(secret, secret), std::string(secret).size()) << secret;
  }
}

TEST(MatchEscaped, DecodesSurrogatePairs) {
  EXPECT_EQ(match_escaped("\\ud83d\\uDE00!", "\xf0\x9f\x98\x80"), 12u);
  EXPECT_EQ(match_escaped("\\ud83d", "\xf0\x9f\x98\x80"), 0u);
}

TEST(MatchEscaped, DecodesEscapesOfManyLanguages) {
  for (const char* text : {"\\057", "\\u{2f}", "\\u{00002F}", "\\x{2f}", "\\U0000002F", "%u002f"}) {
    EXPECT_EQ(match_escaped(text, "/"), std::string(text).size()) << text;
  }
  EXPECT_EQ(match_escaped("\\303\\274", "\xc3\xbc"), 8u);
  EXPECT_EQ(match_escaped("\\U0001F600", "\xf0\x9f\x98\x80"), 10u);
  EXPECT_EQ(match_escaped("%ud83d%ude00", "\xf0\x9f\x98\x80"), 12u);
}

TEST(MatchEscaped, HandlesEscapesThatAreCutOff) {
  const std::string escapes[] = {"%4",   "%",      "\\",         "\\u004", "\\x4",  "&#6",
                                 "&#x4", "&",      "&;",         "&#;",    "\\10",  "\\1",
                                 "\\u{", "\\u{41", "\\U0000004", "\\U",    "%u004", "%u",
                                 "\\x{", "\\x{}",  "\\ud83d",    "%ud83d%"};
  for (const std::string& text : escapes) {
    EXPECT_EQ(match_escaped(text, "AAAA"), 0u) << text;
    EXPECT_EQ(match_escaped("AAA" + text, "AAAA"), 0u) << text;
  }
}

TEST(MatchEscaped, HandlesNumbersBeyondUnicode) {
  for (const char* text : {"&#x110000;", "&#99999999999;", "&#-65;", "%-1", "%+1", "\\u-041",
                           "\\400", "\\108", "\\U00110000", "\\u{110000}", "\\u{000000041}"}) {
    EXPECT_EQ(match_escaped(text, "AAAA"), 0u) << text;
  }
}

TEST(UnescapedText, KnowsTheOriginOfItsBytes) {
  UnescapedText text("a%25%e4&amp;lt;z");
  EXPECT_EQ(text.text(), "a%25%e4&amp;lt;z");
  EXPECT_EQ(text.origin(5), 5u);

  EXPECT_TRUE(text.unescape_once());

  EXPECT_EQ(text.text(), "a%\xe4&lt;z");
  EXPECT_EQ(text.origin(0), 0u);
  EXPECT_EQ(text.origin(1), 1u);
  EXPECT_EQ(text.origin(2), 4u);
  EXPECT_EQ(text.origin(3), 7u);
  EXPECT_EQ(text.origin(4), 12u);
  EXPECT_EQ(text.origin(8), 16u);

  EXPECT_TRUE(text.unescape_once());

  EXPECT_EQ(text.text(), "a%\xe4<z");
  EXPECT_EQ(text.origin(3), 7u);
  EXPECT_EQ(text.origin(4), 15u);
  EXPECT_EQ(text.origin(5), 16u);
  EXPECT_FALSE(text.unescape_once());
}

TEST(UnescapedText, IsUnchangedWithoutEscapes) {
  for (const char* plain : {"", "plain", "a+b", "100%", "a&b", "a\\"}) {
    UnescapedText text(plain);
    EXPECT_FALSE(text.unescape_once()) << plain;
    EXPECT_EQ(text.text(), plain);
  }
}

}  // namespace
}  // namespace v0
}  // namespace ionoscloud::container_registry
