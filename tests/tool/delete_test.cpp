// SPDX-License-Identifier: Apache-2.0
#include "tool_test.hpp"

namespace programs {
namespace {

using nlohmann::json;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

class Delete : public ToolTest {
 protected:
  void SetUp() override { stub_.add_tokens(stub_.registry(), 1); }

  [[nodiscard]] std::string delete_line() const { return "\"$0\" delete " + token_id(); }
};

TEST_F(Delete, DeletesTheToken) {
  const std::string id = token_id();

  const Outcome outcome = run({"delete", id, "--yes"});

  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  EXPECT_EQ(outcome.out, "deleted " + id + "\n");
  EXPECT_THAT(tokens(), IsEmpty());
}

TEST_F(Delete, WritesWhatItDeleted) {
  const std::string id = token_id();

  const Outcome outcome = run({"delete", id, "-y", "--json"});

  EXPECT_EQ(json::parse(outcome.out), json({{"deleted", id}}));
}

TEST_F(Delete, PrintsNothingWhenQuiet) {
  EXPECT_EQ(run({"delete", token_id(), "--yes", "--quiet"}).out, "");
}

TEST_F(Delete, AsksOnATerminal) {
  const Outcome outcome = run_on_terminal(delete_line(), "y\n");

  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_THAT(outcome.out, HasSubstr("Delete token token-1 ("));
  EXPECT_THAT(tokens(), IsEmpty());
}

TEST_F(Delete, TakesAnyOtherResponseForANo) {
  for (const std::string response : {"\n", "n\n", "yes please\n", "\4"}) {
    const Outcome outcome = run_on_terminal(delete_line(), response);

    EXPECT_EQ(outcome.exit_code, 7);
    EXPECT_THAT(outcome.out, HasSubstr("nothing was deleted"));
  }
  EXPECT_THAT(tokens(), SizeIs(1));
}

TEST_F(Delete, DoesNotAskWhenToldNotTo) {
  const Outcome outcome = run_on_terminal(delete_line() + " --yes", "");

  EXPECT_EQ(outcome.out.find('?'), std::string::npos);
  EXPECT_THAT(tokens(), IsEmpty());
}

TEST_F(Delete, RefusesToAskWhereThereIsNoTerminal) {
  const Outcome outcome = run({"delete", token_id()});

  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_THAT(outcome.err, HasSubstr("give --yes"));
  EXPECT_EQ(stub_.request_count(), 0U);
}

TEST_F(Delete, SaysThatItMayBeRepeatedWhenTheResponsesAreLost) {
  stub_.lose_responses(100);

  const Outcome outcome = run({"delete", token_id(), "--yes"});

  EXPECT_EQ(outcome.exit_code, 6);
  EXPECT_THAT(outcome.err, HasSubstr("delete it again, which does no harm"));
}

TEST_F(Delete, IsRefusedATokenThatIsNotThere) {
  const Outcome outcome = run({"delete", "no-such-token", "--yes"});

  EXPECT_EQ(outcome.exit_code, 5);
  EXPECT_EQ(outcome.out, "");
}

}  // namespace
}  // namespace programs
