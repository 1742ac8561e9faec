// SPDX-License-Identifier: Apache-2.0
#include "tool_test.hpp"

namespace programs {
namespace {

using nlohmann::json;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::StartsWith;

class List : public ToolTest {
 protected:
  [[nodiscard]] std::vector<std::string> names_in(const Outcome& outcome) const {
    std::vector<std::string> names;
    for (const json& token : json::parse(outcome.out)) {
      names.push_back(token.at("properties").at("name"));
    }
    return names;
  }

  /// A page of tokens that have names and little else.
  [[nodiscard]] static std::string page_of(const std::vector<std::string>& names) {
    json items = json::array();
    for (const std::string& name : names) {
      items.push_back({{"metadata",
                        {{"createdBy", ""},
                         {"createdByUserId", ""},
                         {"createdDate", "2026-01-01T00:00:00Z"},
                         {"state", "enabled"}}},
                       {"properties", {{"name", name}}}});
    }
    return json{{"items", items},        {"offset", 0},           {"limit", 100},
                {"count", names.size()}, {"total", names.size()}, {"_links", json::object()}}
        .dump();
  }

  [[nodiscard]] std::string target_of_last_request() const {
    return stub_.requests().back().target;
  }
};

TEST_F(List, PrintsEachTokenAsALineUnderAHeading) {
  stub_.add_tokens(stub_.registry(), 1);

  const Outcome outcome = run({"list"});

  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  EXPECT_EQ(outcome.out,
            "ID                                    NAME     STATUS   EXPIRES  SCOPES\n" +
                token_id() + "  token-1  enabled  never    none\n");
}

TEST_F(List, WritesAllPagesAsOneArray) {
  stub_.add_tokens(stub_.registry(), 5);

  const Outcome outcome = run({"list", "--json", "--page-size", "2"});

  EXPECT_THAT(names_in(outcome),
              ElementsAre("token-1", "token-2", "token-3", "token-4", "token-5"));
  EXPECT_EQ(stub_.request_count(), 2U);
}

TEST_F(List, WritesAnEmptyArrayForARegistryWithoutTokens) {
  const Outcome outcome = run({"list", "--json"});

  EXPECT_EQ(json::parse(outcome.out), json::array());
}

TEST_F(List, WritesOnePageWhenAskedForOne) {
  stub_.add_tokens(stub_.registry(), 5);

  const Outcome outcome = run({"list", "--json", "--offset=1", "--limit", "2"});

  EXPECT_THAT(names_in(outcome), ElementsAre("token-2", "token-3"));
  EXPECT_THAT(target_of_last_request(), HasSubstr("offset=1&limit=2"));
}

TEST_F(List, TakesTheOtherNumberOfAPageFromItsHelp) {
  const Outcome outcome = run({"list", "--offset", "7"});

  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  EXPECT_THAT(target_of_last_request(), HasSubstr("offset=7&limit=100"));
}

TEST_F(List, PrintsNothingOfAListThatBreaksOff) {
  stub_.add_tokens(stub_.registry(), 5);
  stub_.throttle(1, std::chrono::hours(1));

  const Outcome outcome = run({"list", "--json", "--page-size", "2"});

  EXPECT_EQ(outcome.exit_code, 3);
  EXPECT_EQ(outcome.out, "");
}

TEST_F(List, LetsNoNameMoveTheCursor) {
  stub_.fail_next(1, 200, {{"Content-Type", "application/json"}},
                  page_of({"a\u001b[2Jb\u009bc\u202ed"}));

  const Outcome outcome = run({"list"});

  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  EXPECT_THAT(outcome.out, HasSubstr("a?[2Jb?c?d"));
}

TEST_F(List, AlignsColumnsByWhatATerminalShows) {
  stub_.fail_next(1, 200, {{"Content-Type", "application/json"}},
                  page_of({"a", "\u00fc\u0301", "\u6771\u4eac"}));

  const Outcome outcome = run({"list"});

  EXPECT_EQ(outcome.out,
            "ID  NAME  STATUS  EXPIRES  SCOPES\n"
            "-   a     -       never    none\n"
            "-   \u00fc\u0301     -       never    none\n"
            "-   \u6771\u4eac  -       never    none\n");
}

TEST_F(List, EscapesInJsonWhatATerminalCouldObey) {
  stub_.fail_next(1, 200, {{"Content-Type", "application/json"}}, page_of({"a\u009bb"}));

  const Outcome outcome = run({"list", "--json"});

  EXPECT_THAT(outcome.out, HasSubstr("a\\u009bb"));
}

TEST_F(List, PrintsIdsAloneWhenQuiet) {
  stub_.add_tokens(stub_.registry(), 1);

  EXPECT_EQ(run({"list", "--quiet"}).out, token_id() + "\n");
}

TEST_F(List, PrintsNoIdThatIsNone) {
  stub_.fail_next(1, 200, {{"Content-Type", "application/json"}}, page_of({"a"}));

  const Outcome outcome = run({"list", "--quiet"});

  EXPECT_EQ(outcome.exit_code, 4);
  EXPECT_EQ(outcome.out, "");
}

TEST_F(List, TellsOnATerminalHowFarItHasCome) {
  stub_.add_tokens(stub_.registry(), 20);

  const Outcome outcome = run_on_terminal("\"$0\" list --page-size 2 >/dev/null", "");

  EXPECT_EQ(outcome.out, "\r17 tokens so far\r20 tokens so far\r\033[K");
}

TEST_F(List, TellsNothingOfAShortListing) {
  stub_.add_tokens(stub_.registry(), 5);

  EXPECT_EQ(run_on_terminal("\"$0\" list >/dev/null", "").out, "");
}

TEST_F(List, TellsAPipeNothingOfHowFarItHasCome) {
  stub_.add_tokens(stub_.registry(), 5);

  EXPECT_EQ(run({"list", "--page-size", "2"}).err, "");
}

TEST_F(List, EndsWithoutAWordWhenItsReaderHasGone) {
  stub_.add_tokens(stub_.registry(), 2000);

  const Outcome outcome = run_in_shell("{ \"$0\" list; echo $? >&2; } | head -n 1");

  EXPECT_THAT(outcome.out, StartsWith("ID "));
  EXPECT_EQ(outcome.err, "141\n");
}

TEST_F(List, EndsWhenItIsInterrupted) {
  stub_.delay_responses(1, std::chrono::hours(1));

  const Outcome outcome = interrupt({"list"});

  EXPECT_EQ(outcome.exit_code, 130);
  EXPECT_THAT(outcome.out, HasSubstr("cancelled"));
}

TEST_F(List, EndsWhenItIsInterruptedBetweenTwoPages) {
  stub_.throttle(1, std::chrono::seconds(5));

  const Outcome outcome = interrupt({"list"});

  EXPECT_EQ(outcome.exit_code, 130);
}

TEST_F(List, RefusesAPageSizeForOnePage) {
  const Outcome outcome = run({"list", "--page-size", "2", "--limit", "2"});

  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_THAT(outcome.err, HasSubstr("--page-size excludes --limit"));
}

TEST_F(List, RefusesANumberThatIsNone) {
  for (const std::string text : {"two", "2x"}) {
    const Outcome outcome = run({"list", "--page-size", text});

    EXPECT_EQ(outcome.exit_code, 2) << text;
    EXPECT_THAT(outcome.err, HasSubstr("--page-size = " + text));
  }
  EXPECT_EQ(stub_.request_count(), 0U);
}

}  // namespace
}  // namespace programs
