// SPDX-License-Identifier: Apache-2.0
#include "example_test.hpp"

namespace examples {
namespace {

using nlohmann::json;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::SizeIs;

class ListTokens : public ExampleTest {
 protected:
  [[nodiscard]] std::vector<std::string> names_in(const Outcome& outcome) const {
    std::vector<std::string> names;
    for (const json& token : json::parse(outcome.out)) {
      names.push_back(token.at("properties").at("name"));
    }
    return names;
  }

  [[nodiscard]] std::string target_of_last_request() const {
    return stub_.requests().back().target;
  }
};

TEST_F(ListTokens, PrintsEachTokenAsALineUnderAHeading) {
  stub_.add_tokens(stub_.registry(), 1);

  const Outcome outcome = run("list_tokens", {registry()});

  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  EXPECT_EQ(outcome.out,
            "ID                                    NAME     STATUS   EXPIRES  SCOPES\n" +
                token_id() + "  token-1  enabled  never    none\n");
}

TEST_F(ListTokens, WritesAllPagesAsOneArray) {
  stub_.add_tokens(stub_.registry(), 5);

  const Outcome outcome = run("list_tokens", {registry(), "--json", "--page-size", "2"});

  EXPECT_THAT(names_in(outcome),
              ElementsAre("token-1", "token-2", "token-3", "token-4", "token-5"));
  EXPECT_EQ(stub_.request_count(), 3U);
}

TEST_F(ListTokens, WritesAnEmptyArrayForARegistryWithoutTokens) {
  const Outcome outcome = run("list_tokens", {registry(), "--json"});

  EXPECT_EQ(json::parse(outcome.out), json::array());
}

TEST_F(ListTokens, WritesOnePageWhenAskedForOne) {
  stub_.add_tokens(stub_.registry(), 5);

  const Outcome outcome = run("list_tokens", {registry(), "--json", "--offset=1", "--limit", "2"});

  EXPECT_THAT(names_in(outcome), ElementsAre("token-2", "token-3"));
  EXPECT_THAT(target_of_last_request(), HasSubstr("offset=1&limit=2"));
}

TEST_F(ListTokens, TakesTheOtherNumberOfAPageFromItsHelp) {
  const Outcome outcome = run("list_tokens", {registry(), "--offset", "7"});

  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  EXPECT_THAT(target_of_last_request(), HasSubstr("offset=7&limit=100"));
}

TEST_F(ListTokens, PrintsNothingOfAListThatBreaksOff) {
  stub_.add_tokens(stub_.registry(), 5);
  stub_.throttle(2, std::chrono::hours(1));

  const Outcome outcome = run("list_tokens", {registry(), "--json", "--page-size", "2"});

  EXPECT_EQ(outcome.exit_code, 3);
  EXPECT_EQ(outcome.out, "");
}

TEST_F(ListTokens, LetsNoNameMoveTheCursor) {
  stub_.fail_next(1, 200, {{"Content-Type", "application/json"}},
                  R"({"items": [{"metadata": {"createdBy": "", "createdByUserId": "",
                      "createdDate": "2026-01-01T00:00:00Z", "state": "enabled"},
                      "properties": {"name": "a\u001b[2Jb\u009bc"}}],
                      "offset": 0, "limit": 100, "count": 1, "total": 1, "_links": {}})");

  const Outcome outcome = run("list_tokens", {registry()});

  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  EXPECT_THAT(outcome.out, HasSubstr("a?[2Jb??c"));
}

TEST_F(ListTokens, RefusesAPageSizeForOnePage) {
  const Outcome outcome = run("list_tokens", {registry(), "--page-size", "2", "--limit", "2"});

  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_THAT(outcome.err, HasSubstr("--page-size and --limit can't be given together"));
}

TEST_F(ListTokens, RefusesANumberThatIsNone) {
  for (const std::string text : {"", "two", "2x", "99999999999999999999"}) {
    const Outcome outcome = run("list_tokens", {registry(), "--page-size", text});

    EXPECT_EQ(outcome.exit_code, 2) << text;
    EXPECT_THAT(outcome.err, HasSubstr("--page-size needs a whole number"));
  }
  EXPECT_EQ(stub_.request_count(), 0U);
}

}  // namespace
}  // namespace examples
