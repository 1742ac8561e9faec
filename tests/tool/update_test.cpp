// SPDX-License-Identifier: Apache-2.0
#include "tool_test.hpp"

namespace programs {
namespace {

using nlohmann::json;
using ::testing::HasSubstr;

class Update : public ToolTest {
 protected:
  void SetUp() override { stub_.add_tokens(stub_.registry(), 1); }

  [[nodiscard]] Outcome update(std::vector<std::string> options) const {
    options.insert(options.begin(), {"update", token_id()});
    return run(options);
  }

  [[nodiscard]] json body_sent() const { return json::parse(stub_.requests().back().body); }
};

TEST_F(Update, SendsNothingButWhatIsSaid) {
  const Outcome outcome = update({"--status", "disabled", "--json"});

  EXPECT_EQ(json::parse(outcome.out).at("properties").at("status"), "disabled") << outcome.err;
  EXPECT_EQ(body_sent(), json({{"status", "disabled"}}));
}

TEST_F(Update, SendsAnyStatusAsItIs) {
  static_cast<void>(update({"--status", "paused"}));

  EXPECT_EQ(body_sent(), json({{"status", "paused"}}));
}

TEST_F(Update, RemovesTheEnd) {
  const Outcome outcome = update({"--no-expiry"});

  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  EXPECT_EQ(body_sent(), json({{"expiryDate", nullptr}}));
}

TEST_F(Update, SetsTheEnd) {
  const Outcome outcome = update({"--expires", "2099-01-01 00:30:00+01:00"});

  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  EXPECT_EQ(body_sent(), json({{"expiryDate", "2098-12-31T23:30:00Z"}}));
}

TEST_F(Update, ReplacesTheScopes) {
  const Outcome outcome =
      update({"--scope", "repository:team/app:pull,push", "--scope=registry:*:list"});

  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  EXPECT_EQ(body_sent(), json::parse(R"({"scopes": [
    {"type": "repository", "name": "team/app", "actions": ["pull", "push"]},
    {"type": "registry", "name": "*", "actions": ["list"]}]})"));
}

TEST_F(Update, KeepsColonsInTheNameOfAScope) {
  const Outcome outcome = update({"--scope", "repository:a:b:pull"});

  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  EXPECT_EQ(body_sent().at("scopes").at(0).at("name"), "a:b");
}

TEST_F(Update, ClearsTheScopes) {
  const Outcome outcome = update({"--no-scopes"});

  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  EXPECT_EQ(body_sent(), json({{"scopes", json::array()}}));
}

TEST_F(Update, RefusesToChangeNothing) {
  const Outcome outcome = update({});

  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_THAT(outcome.err, HasSubstr("at least one of status, expiry_date and scopes"));
}

TEST_F(Update, RefusesOptionsThatContradictOneAnother) {
  const std::vector<std::vector<std::string>> contradictions = {
      {"--no-expiry", "--expires-in", "3"},
      {"--no-expiry", "--expires", "2099-01-01T00:00:00Z"},
      {"--expires-in", "3", "--expires", "2099-01-01T00:00:00Z"},
      {"--no-scopes", "--scope", "repository:a:pull"},
  };
  for (const auto& options : contradictions) {
    const Outcome outcome = update(options);

    EXPECT_EQ(outcome.exit_code, 2);
    EXPECT_THAT(outcome.err, HasSubstr(" excludes "));
  }
  EXPECT_EQ(stub_.request_count(), 0U);
}

TEST_F(Update, RefusesDaysOutOfRange) {
  for (const std::string days : {"0", "36501", "-1", "", "3x"}) {
    EXPECT_EQ(update({"--expires-in=" + days}).exit_code, 2) << days;
  }
  EXPECT_EQ(stub_.request_count(), 0U);
}

TEST_F(Update, PrintsNothingWhenQuiet) {
  const Outcome outcome = update({"--status", "disabled", "--quiet"});

  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_EQ(outcome.out + outcome.err, "");
}

TEST_F(Update, SaysThatItMayBeRepeatedWhenTheResponseIsLost) {
  stub_.lose_responses(100);

  const Outcome outcome = update({"--status", "disabled"});

  EXPECT_EQ(outcome.exit_code, 6);
  EXPECT_THAT(outcome.err, HasSubstr("or update it again, which does no harm"));
}

TEST_F(Update, EndsWith1WhenItIsDoneButItsResponseIsAWebPage) {
  stub_.fail_next(1, 200, {{"Content-Type", "text/html"}}, "<html>Welcome</html>");

  EXPECT_EQ(update({"--status", "disabled"}).exit_code, 1);
}

TEST_F(Update, RefusesValuesThatItCannotRead) {
  const std::vector<std::vector<std::string>> options_and_needs = {
      {"--expires", "2099-01-01", "a date such as"},
      {"--scope", "repository", "TYPE:NAME:ACTION"},
      {"--scope", "repository:pull", "TYPE:NAME:ACTION"},
      {"--scope", ":name:pull", "TYPE:NAME:ACTION"},
      {"--scope", "repository::pull", "TYPE:NAME:ACTION"},
      {"--scope", "repository:name:", "TYPE:NAME:ACTION"},
      {"--scope", "repository:name:pull,", "TYPE:NAME:ACTION"},
  };
  for (const auto& row : options_and_needs) {
    const Outcome outcome = update({row[0], row[1]});

    EXPECT_EQ(outcome.exit_code, 2) << row[1];
    EXPECT_THAT(outcome.err, HasSubstr(row[0] + " needs " + row[2]));
    EXPECT_THAT(outcome.err, HasSubstr("unlike \"" + row[1] + "\""));
  }
  EXPECT_EQ(stub_.request_count(), 0U);
}

}  // namespace
}  // namespace programs
