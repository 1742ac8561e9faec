// SPDX-License-Identifier: Apache-2.0
#include <filesystem>

#include "example_test.hpp"

namespace examples {
namespace {

using nlohmann::json;
using std::filesystem::exists;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

class PutToken : public ExampleTest {
 protected:
  [[nodiscard]] Outcome put(std::vector<std::string> options) const {
    options.insert(options.begin(), {registry(), "own-id", "ci-pull"});
    return run("put_token", options);
  }

  const std::string file_ = folder_.file("password");
};

TEST_F(PutToken, CreatesATokenUnderItsId) {
  const Outcome outcome = put({"--show-password"});

  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  EXPECT_THAT(outcome.out, StartsWith("created\n"));
  EXPECT_THAT(outcome.out, HasSubstr(password()));
  EXPECT_EQ(token_id(), "own-id");
}

TEST_F(PutToken, PutsThePasswordOfANewTokenIntoTheFile) {
  const Outcome outcome = put({"--password-file", file_});

  EXPECT_EQ(text_of_file(file_), password());
  EXPECT_THAT(outcome.out + outcome.err, Not(HasSubstr(password())));
}

TEST_F(PutToken, TellsScriptsThatItCreated) {
  const Outcome outcome = put({"--password-file", file_, "--json"});

  const json put = json::parse(outcome.out);
  EXPECT_EQ(put.at("created"), true);
  EXPECT_EQ(put.at("token").at("properties").at("credentials").at("password"), "[redacted]");
}

TEST_F(PutToken, ReplacesWhatIsThere) {
  static_cast<void>(put({"--show-password", "--scope", "repository:team/app:pull"}));

  const Outcome outcome = put({"--show-password", "--status", "disabled"});

  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  EXPECT_THAT(outcome.out, StartsWith("replaced\n"));
  EXPECT_EQ(token().properties.status, cr::TokenStatus(cr::TokenStatus::disabled));
  EXPECT_TRUE(token().properties.scopes.empty());
}

TEST_F(PutToken, LeavesNoFileOfATokenThatKeepsItsPassword) {
  static_cast<void>(put({"--show-password"}));

  const Outcome outcome = put({"--password-file", file_, "--json"});

  EXPECT_EQ(json::parse(outcome.out).at("created"), false);
  EXPECT_EQ(outcome.err, "");
  EXPECT_FALSE(exists(file_));
}

TEST_F(PutToken, InsistsOnAPlaceForThePassword) {
  const Outcome outcome = put({});

  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_THAT(outcome.err, HasSubstr("--password-file FILE or --show-password"));
  EXPECT_EQ(stub_.request_count(), 0U);
}

TEST_F(PutToken, SaysWhatToDoWhenTheAnswerIsLost) {
  stub_.lose_answers(1);

  const Outcome outcome = put({"--show-password"});

  EXPECT_EQ(outcome.exit_code, 4);
  EXPECT_THAT(outcome.err, HasSubstr("look with find_token whether the token is there"));
}

TEST_F(PutToken, WarnsWhenANewTokenSeemsToHaveNoPassword) {
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
}  // namespace examples
