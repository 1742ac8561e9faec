// SPDX-License-Identifier: Apache-2.0
#include "api/token_salvage.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <string>
#include <utility>

#include "support/coded.hpp"
#include "support/responses.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

const Headers dated = {{"Date", "Sun, 01 Mar 2026 09:30:00 GMT"}};

TEST(SalvageResponse, TellsWhenTheAttemptBeganByTheServicesClock) {
  EXPECT_EQ(not_before(dated, seconds(20)), Timestamp::parse("2026-03-01T09:29:39Z"));
}

TEST(SalvageResponse, TellsItRatherTooEarly) {
  EXPECT_EQ(not_before(dated, std::chrono::nanoseconds(1)),
            *Timestamp::parse("2026-03-01T09:29:59Z") - std::chrono::microseconds(1));
}

TEST(SalvageResponse, KeepsToDatesFarOff) {
  const Headers far = {{"Date", "Fri, 31 Dec 9999 23:59:59 GMT"}};

  EXPECT_EQ(not_before(far, seconds(58)), Timestamp::parse("9999-12-31T23:59:00Z"));
}

TEST(SalvageResponse, TellsNoTimeWithoutADate) {
  EXPECT_FALSE(not_before({}, seconds(0)));
  EXPECT_FALSE(not_before({{"Date", "Sun, 01 Mar 2026"}}, seconds(0)));
}

TEST(SalvageResponse, HoldsTheTimeBesideTheToken) {
  const auto salvaged = salvage_token({201, dated, R"({"id":"tok-1",)"}, milliseconds(0));

  ASSERT_TRUE(salvaged);
  EXPECT_TRUE(salvaged->id_complete);
  EXPECT_EQ(salvaged->not_before, Timestamp::parse("2026-03-01T09:29:59Z"));
}

// Each of its characters may be wrong.
TEST(SalvageResponse, TakesNothingForWholeWhoseSumIsWrong) {
  const std::string token = token_json("tok-1", "ci-pull", "pass-word").dump();
  const std::pair<const char*, std::string> bodies[] = {
      {"gzip", gzipped(token)}, {"", gzipped(token)}, {"deflate", deflated(token)}};
  for (const auto& [coding, coded] : bodies) {
    std::string wrong = coded;
    wrong.back() = static_cast<char>(wrong.back() ^ 1);

    const auto salvaged = salvage_token({201, {{"Content-Encoding", coding}}, wrong}, seconds(0));

    ASSERT_TRUE(salvaged) << coding;
    EXPECT_EQ(salvaged->password.expose(), "pass-word");
    EXPECT_FALSE(salvaged->password_complete);
    EXPECT_FALSE(salvaged->id_complete);
    EXPECT_EQ(salvaged->id, TokenId());
  }
}

// gzip may store a text as it is.
TEST(SalvageResponse, TakesNothingForWholeThatCanBeReadInACodedBody) {
  const std::string token = token_json("tok-1", "ci-pull", "pass-word").dump();
  for (const std::string& body : {"\x1f\x8b\x08 stored" + token, "stored" + token + "sum"}) {
    const auto salvaged = salvage_token({201, {{"Content-Encoding", "gzip"}}, body}, seconds(0));

    ASSERT_TRUE(salvaged);
    EXPECT_FALSE(salvaged->password_complete);
    EXPECT_FALSE(salvaged->id_complete);
  }
}

}  // namespace
}  // namespace v0
}  // namespace ionoscloud::container_registry
