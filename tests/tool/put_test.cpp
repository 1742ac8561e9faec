// SPDX-License-Identifier: Apache-2.0
#include <filesystem>

#include "tool_test.hpp"

namespace programs {
namespace {

using nlohmann::json;
using std::filesystem::exists;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

class Put : public ToolTest {
 protected:
  [[nodiscard]] Outcome put(std::vector<std::string> options) const {
    options.insert(options.begin(), {"put", "own-id", "ci-pull"});
    return run(options);
  }

  const std::string file_ = folder_.file("password");
};

TEST_F(Put, CreatesATokenUnderItsId) {
  const Outcome outcome = put({"--show-password"});

  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  EXPECT_THAT(outcome.out, StartsWith("created\n"));
  EXPECT_THAT(outcome.out, HasSubstr(password()));
  EXPECT_EQ(token_id(), "own-id");
}

TEST_F(Put, PutsThePasswordOfANewTokenIntoTheFile) {
  const Outcome outcome = put({"--password-file", file_});

  EXPECT_EQ(text_of_file(file_), password());
  EXPECT_THAT(outcome.out + outcome.err, Not(HasSubstr(password())));
}

TEST_F(Put, TellsScriptsThatItCreated) {
  const Outcome outcome = put({"--password-file", file_, "--json"});

  const json put = json::parse(outcome.out);
  EXPECT_EQ(put.at("created"), true);
  EXPECT_EQ(put.at("token").at("properties").at("credentials").at("password"), "[redacted]");
}

TEST_F(Put, ReplacesWhatIsThere) {
  static_cast<void>(put({"--show-password", "--scope", "repository:team/app:pull"}));

  const Outcome outcome = put({"--show-password", "--status", "disabled"});

  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  EXPECT_THAT(outcome.out, StartsWith("replaced\n"));
  EXPECT_EQ(token().properties.status, cr::TokenStatus(cr::TokenStatus::disabled));
  EXPECT_TRUE(token().properties.scopes.empty());
}

TEST_F(Put, LeavesNoFileOfATokenThatKeepsItsPassword) {
  static_cast<void>(put({"--show-password"}));

  const Outcome outcome = put({"--password-file", file_, "--json"});

  EXPECT_EQ(json::parse(outcome.out).at("created"), false);
  EXPECT_EQ(outcome.err, "");
  EXPECT_FALSE(exists(file_));
}

TEST_F(Put, PrintsNoPasswordOfATokenThatKeepsItsOwnWhenQuiet) {
  const Outcome created = put({"--show-password", "--quiet"});
  const Outcome replaced = put({"--show-password", "--quiet"});

  EXPECT_EQ(created.out, password() + "\n");
  EXPECT_EQ(replaced.out, "");
  EXPECT_EQ(replaced.exit_code, 0);
}

TEST_F(Put, TakesNoReplacedTokenForANewOneWhenTheResponseIsDamaged) {
  stub_.fail_next(1, 200, {{"Content-Type", "application/json"}},
                  R"({"id":"own-id","metadata":{"createdDate":"no date"},"properties":)"
                  R"({"name":"ci-pull","credentials":{"username":"ci-pull","password":""}}})");

  const Outcome outcome = put({"--password-file", file_});

  EXPECT_NE(outcome.exit_code, 0);
  EXPECT_THAT(outcome.err, HasSubstr("if it is new, delete it"));
  EXPECT_THAT(outcome.err, Not(HasSubstr("was created")));
}

TEST_F(Put, SavesThePasswordOfADamagedResponse) {
  stub_.fail_next(1, 201, {{"Content-Type", "application/json"}},
                  R"({"id": "own-id", "properties": {"name": "ci-pull",
                      "credentials": {"username": "ci-pull", "password": "hunter2"}}})");

  const Outcome outcome = put({"--password-file", file_, "--quiet"});

  EXPECT_EQ(outcome.exit_code, 1);
  EXPECT_EQ(outcome.out, "own-id\n");
  EXPECT_EQ(text_of_file(file_), "hunter2");
}

TEST_F(Put, InsistsOnAPlaceForThePassword) {
  const Outcome outcome = put({});

  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_THAT(outcome.err, HasSubstr("--password-file FILE or --show-password"));
  EXPECT_EQ(stub_.request_count(), 0U);
}

TEST_F(Put, SaysWhatToDoWhenTheResponseIsLost) {
  stub_.lose_responses(1);

  const Outcome outcome = put({"--show-password"});

  EXPECT_EQ(outcome.exit_code, 6);
  EXPECT_THAT(outcome.err, HasSubstr("look whether the token is there (ionos-cr-tokens show)"));
}

TEST_F(Put, WarnsWhenANewTokenSeemsToHaveNoPassword) {
  stub_.fail_next(1, 201, {{"Content-Type", "application/json"}},
                  R"({"id": "own-id", "metadata": {"createdBy": "", "createdByUserId": "",
                      "createdDate": "2026-01-01T00:00:00Z", "state": "enabled"},
                      "properties": {"name": "ci-pull", "credentials": null}})");

  const Outcome outcome = put({"--password-file", file_});

  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  EXPECT_THAT(outcome.err, HasSubstr("if the token is new, its password is lost"));
  EXPECT_FALSE(exists(file_));
}

}  // namespace
}  // namespace programs
