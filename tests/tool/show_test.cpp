// SPDX-License-Identifier: Apache-2.0
#include "tool_test.hpp"

namespace programs {
namespace {

using nlohmann::json;
using ::testing::HasSubstr;

class Show : public ToolTest {
 protected:
  void SetUp() override { stub_.add_tokens(stub_.registry(), 1); }
};

TEST_F(Show, PrintsTheToken) {
  const Outcome outcome = run({"show", token_id()});

  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  EXPECT_THAT(outcome.out, HasSubstr("id       " + token_id() + "\n"));
  EXPECT_THAT(outcome.out, HasSubstr("name     token-1\n"));
  EXPECT_THAT(outcome.out, HasSubstr("expires  never\n"));
}

TEST_F(Show, WritesTheTokenAsTheServiceHasIt) {
  const Outcome outcome = run({"show", token_id(), "--json"});

  const json token = json::parse(outcome.out);
  EXPECT_EQ(token.at("id"), token_id());
  EXPECT_EQ(token.at("properties").at("name"), "token-1");
  EXPECT_EQ(token.at("properties").at("credentials").at("password"), "");
}

TEST_F(Show, TellsByItsExitCodeAloneWhenQuiet) {
  const Outcome outcome = run({"show", token_id(), "--quiet"});

  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_EQ(outcome.out + outcome.err, "");
}

TEST_F(Show, SaysWhatToCheckWhenThereIsNone) {
  const Outcome outcome = run({"show", "no-such-token"});

  EXPECT_EQ(outcome.exit_code, 5);
  EXPECT_THAT(outcome.err, HasSubstr("got status 404"));
  EXPECT_THAT(outcome.err, HasSubstr("check the ids"));
}

TEST_F(Show, TakesWhatFollowsTwoDashesForAnOperand) {
  const Outcome outcome = run({"show", "--", "--json"});

  EXPECT_EQ(outcome.exit_code, 5);
  EXPECT_THAT(outcome.err, HasSubstr("/tokens/--json"));
}

}  // namespace
}  // namespace programs
