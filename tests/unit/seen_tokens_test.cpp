// SPDX-License-Identifier: Apache-2.0
#include "api/seen_tokens.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <cstdio>
#include <limits>
#include <string>
#include <utility>

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

TokenResponse token_with_id(std::string id) {
  TokenResponse token;
  token.id = TokenId(std::move(id));
  return token;
}

TokenResponse token_with_name(std::string name) {
  TokenResponse token;
  token.properties.name = std::move(name);
  return token;
}

std::string numbered_uuid(int number) {
  char text[37];
  std::snprintf(text, sizeof text, "c51cfa5d-27b8-4d0c-8e11-%012x", static_cast<unsigned>(number));
  return text;
}

const char* const uuid = "c51cfa5d-27b8-4d0c-8e11-0123456789ab";

TEST(SeenTokens, TakesAnIdOnce) {
  SeenTokens seen;

  EXPECT_TRUE(seen.insert(token_with_id(uuid)));
  EXPECT_FALSE(seen.insert(token_with_id(uuid)));
  EXPECT_EQ(seen.size(), 1U);
}

TEST(SeenTokens, KnowsEachOfManyIds) {
  constexpr int many = 10'000;
  SeenTokens seen;
  for (int i = 0; i < many; ++i) seen.insert(token_with_id(numbered_uuid(i)));

  int known = 0;
  for (int i = 0; i < many; ++i) known += seen.insert(token_with_id(numbered_uuid(i))) ? 0 : 1;

  EXPECT_EQ(known, many);
  EXPECT_EQ(seen.size(), static_cast<std::size_t>(many));
}

class SeenTokensExpected : public testing::TestWithParam<std::int64_t> {};

TEST_P(SeenTokensExpected, KnowsEachOfManyIdsWhateverTheServiceSays) {
  constexpr int many = 1000;
  SeenTokens seen;
  seen.expect(many / 2);
  for (int i = 0; i < many; ++i) seen.insert(token_with_id(numbered_uuid(i)));

  seen.expect(GetParam());

  int known = 0;
  for (int i = 0; i < many; ++i) known += seen.insert(token_with_id(numbered_uuid(i))) ? 0 : 1;
  EXPECT_EQ(known, many);
}

INSTANTIATE_TEST_SUITE_P(Totals, SeenTokensExpected,
                         testing::Values(std::numeric_limits<std::int64_t>::min(), -1, 0, 10, 5000,
                                         std::numeric_limits<std::int64_t>::max()));

TEST(SeenTokens, TellsIdsApartThatDifferInOneCharacter) {
  const std::string form = uuid;
  SeenTokens seen;
  seen.insert(token_with_id(form));

  for (std::size_t i = 0; i < form.size(); ++i) {
    std::string other = form;
    other[i] = other[i] == 'e' ? 'f' : 'e';
    EXPECT_TRUE(seen.insert(token_with_id(other))) << other;
  }
}

TEST(SeenTokens, TellsCapitalsFromSmallLetters) {
  SeenTokens seen;
  seen.insert(token_with_id(uuid));

  EXPECT_TRUE(seen.insert(token_with_id("C51CFA5D-27B8-4D0C-8E11-0123456789AB")));
}

TEST(SeenTokens, TakesIdsOfAnyForm) {
  for (const char* id : {"7", "00000000-0000-0000-0000-000000000000", "not a UUID"}) {
    SeenTokens seen;

    EXPECT_TRUE(seen.insert(token_with_id(id))) << id;
    EXPECT_FALSE(seen.insert(token_with_id(id))) << id;
    EXPECT_EQ(seen.size(), 1U) << id;
  }
}

TEST(SeenTokens, GoesByTheNameWhereThereIsNoId) {
  SeenTokens seen;

  EXPECT_TRUE(seen.insert(token_with_name("ci-pull")));
  EXPECT_TRUE(seen.insert(token_with_name("ci-push")));
  EXPECT_FALSE(seen.insert(token_with_name("ci-pull")));
}

TEST(SeenTokens, TakesNoIdForAName) {
  SeenTokens seen;
  seen.insert(token_with_name("ci-pull"));

  EXPECT_TRUE(seen.insert(token_with_id("ci-pull")));
  EXPECT_TRUE(seen.insert(token_with_id("name ci-pull")));
}

}  // namespace
}  // namespace v0
}  // namespace ionoscloud::container_registry
