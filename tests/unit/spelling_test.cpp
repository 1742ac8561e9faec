// SPDX-License-Identifier: Apache-2.0
#include "base/spelling.hpp"

#include <gtest/gtest.h>

#include <string>

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

TEST(Spelling, EndsWhereTheSecretDoes) {
  EXPECT_EQ(length_spelled("hunter2", "hunter2"), 7u);
  EXPECT_EQ(length_spelled("h%75nter2 and more", "hunter2"), 9u);
  EXPECT_EQ(length_spelled("hunter", "hunter2"), 0u);
  EXPECT_EQ(length_spelled("xhunter2", "hunter2"), 0u);
  EXPECT_EQ(length_spelled("", "hunter2"), 0u);
}

TEST(Spelling, KnowsSignsThatStandForThemselves) {
  for (const char* secret : {"100%", "a%zz", "a\\b", "a&b;", "a+b", "a&#x;", "a\\u12", "a\\xg"}) {
    EXPECT_EQ(length_spelled(secret, secret), std::string(secret).size()) << secret;
  }
}

TEST(Spelling, KnowsCharactersOfTwoUnits) {
  EXPECT_EQ(length_spelled("\\ud83d\\uDE00!", "\xf0\x9f\x98\x80"), 12u);
  EXPECT_EQ(length_spelled("\\ud83d", "\xf0\x9f\x98\x80"), 0u);
}

TEST(Spelling, TakesEscapesThatAreCutOff) {
  const std::string escapes[] = {"%4",  "%",    "\\", "\\u004", "\\x4",
                                 "&#6", "&#x4", "&",  "&;",     "&#;"};
  for (const std::string& text : escapes) {
    EXPECT_EQ(length_spelled(text, "AAAA"), 0u) << text;
    EXPECT_EQ(length_spelled("AAA" + text, "AAAA"), 0u) << text;
  }
}

TEST(Spelling, TakesNumbersThatAreNoCharacters) {
  for (const char* text : {"&#x110000;", "&#99999999999;", "&#-65;", "%-1", "%+1", "\\u-041"}) {
    EXPECT_EQ(length_spelled(text, "AAAA"), 0u) << text;
  }
}

}  // namespace
}  // namespace v0
}  // namespace ionoscloud::container_registry
