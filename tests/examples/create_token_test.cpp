// SPDX-License-Identifier: Apache-2.0
#include <sys/stat.h>

#include <filesystem>

#include "example_test.hpp"

namespace examples {
namespace {

using nlohmann::json;
using std::filesystem::exists;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

class CreateToken : public ExampleTest {
 protected:
  [[nodiscard]] Outcome create(std::vector<std::string> options) const {
    options.insert(options.begin(), {registry(), "ci-pull"});
    return run("create_token", options);
  }

  /// Runs `line` with `$0` for the program and its operands.
  [[nodiscard]] Outcome create_in_shell(const std::string& before, const std::string& after) const {
    return run_in_shell("create_token", before + " \"$0\" " + registry() + " ci-pull " + after);
  }

  const std::string file_ = folder_.file("password");
};

TEST_F(CreateToken, PrintsThePasswordWhenAskedTo) {
  const Outcome outcome = create({"--show-password"});

  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  EXPECT_THAT(outcome.out, HasSubstr("password  " + password() + "\n"));
  EXPECT_EQ(outcome.err, "");
}

TEST_F(CreateToken, WritesThePasswordAsJsonWhenAskedTo) {
  const Outcome outcome = create({"--show-password", "--json"});

  const json token = json::parse(outcome.out);
  EXPECT_EQ(token.at("properties").at("credentials").at("password"), password());
  EXPECT_EQ(token.at("id"), token_id());
}

TEST_F(CreateToken, PutsThePasswordAndNothingElseIntoTheFile) {
  const Outcome outcome = create({"--password-file", file_});

  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  EXPECT_EQ(text_of_file(file_), password());
}

TEST_F(CreateToken, LetsNobodyElseReadTheFile) {
  const Outcome outcome = create_in_shell("umask 000;", "--password-file " + file_);

  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  EXPECT_EQ(std::filesystem::status(file_).permissions(),
            std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
}

TEST_F(CreateToken, PrintsNoPasswordThatGoesIntoAFile) {
  const Outcome outcome = create({"--password-file", file_});

  EXPECT_THAT(outcome.out, HasSubstr("name     ci-pull\n"));
  EXPECT_THAT(outcome.out + outcome.err, Not(HasSubstr(password())));
}

TEST_F(CreateToken, RedactsAPasswordThatGoesIntoAFileInJson) {
  const Outcome outcome = create({"--password-file", file_, "--json"});

  EXPECT_EQ(json::parse(outcome.out).at("properties").at("credentials").at("password"),
            "[redacted]");
}

TEST_F(CreateToken, SendsWhatTheOptionsSay) {
  const Outcome outcome = create({"--show-password", "--status", "disabled", "--expires",
                                  "2099-01-01T00:00:00Z", "--scope", "repository:team/app:pull"});

  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  EXPECT_EQ(json::parse(stub_.requests().back().body), json::parse(R"({"properties": {
    "name": "ci-pull", "status": "disabled", "expiryDate": "2099-01-01T00:00:00Z",
    "scopes": [{"type": "repository", "name": "team/app", "actions": ["pull"]}]}})"));
}

TEST_F(CreateToken, CountsDaysFromNow) {
  using std::chrono::hours;

  const Outcome outcome = create({"--show-password", "--expires-in", "30"});

  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  const auto left = token().properties.expiry_date.value() - cr::Timestamp::now();
  EXPECT_GT(left, hours(24 * 29));
  EXPECT_LE(left, hours(24 * 30));
}

TEST_F(CreateToken, InsistsOnAPlaceForThePassword) {
  const Outcome outcome = create({});

  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_THAT(outcome.err, HasSubstr("--password-file FILE or --show-password"));
  EXPECT_EQ(stub_.request_count(), 0U);
}

TEST_F(CreateToken, RefusesTwoPlacesForThePassword) {
  const Outcome outcome = create({"--show-password", "--password-file", file_});

  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_EQ(stub_.request_count(), 0U);
}

TEST_F(CreateToken, SendsNothingWhenTheFileIsThere) {
  std::ofstream(file_) << "an older password";

  const Outcome outcome = create({"--password-file", file_});

  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_EQ(text_of_file(file_), "an older password");
  EXPECT_EQ(stub_.request_count(), 0U);
}

TEST_F(CreateToken, FollowsNoLinkToAnotherFile) {
  const std::string other = folder_.file("other");
  std::filesystem::create_symlink(other, file_);

  const Outcome outcome = create({"--password-file", file_});

  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_FALSE(exists(other));
}

TEST_F(CreateToken, SendsNothingWhenTheFileCannotBeMade) {
  const Outcome outcome = create({"--password-file", folder_.file("no-such-folder/password")});

  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_THAT(outcome.err, HasSubstr("No such file or directory"));
  EXPECT_EQ(stub_.request_count(), 0U);
}

TEST_F(CreateToken, LeavesNoFileWhenTheServiceRefuses) {
  static_cast<void>(create({"--show-password"}));

  const Outcome outcome = create({"--password-file", file_});

  EXPECT_EQ(outcome.exit_code, 3);
  EXPECT_THAT(outcome.err, HasSubstr("choose another name"));
  EXPECT_FALSE(exists(file_));
}

TEST_F(CreateToken, SaysWhatToDoWhenTheAnswerIsLost) {
  stub_.lose_answers(1);

  const Outcome outcome = create({"--password-file", file_});

  EXPECT_EQ(outcome.exit_code, 4);
  EXPECT_THAT(outcome.err, HasSubstr("may have carried it out"));
  EXPECT_THAT(outcome.err, HasSubstr("look with list_tokens whether the token is there"));
  EXPECT_FALSE(exists(file_));
}

TEST_F(CreateToken, SaysWhatToDoWhenAGatewayFails) {
  stub_.fail_next(1, 502);

  const Outcome outcome = create({"--show-password"});

  EXPECT_EQ(outcome.exit_code, 3);
  EXPECT_THAT(outcome.err, HasSubstr("look with list_tokens whether the token is there"));
}

TEST_F(CreateToken, NamesTheTokenWhosePasswordCannotBeWritten) {
  const Outcome outcome = create_in_shell("trap '' XFSZ; ulimit -f 0;", "--password-file " + file_);

  EXPECT_EQ(outcome.exit_code, 1);
  EXPECT_THAT(outcome.err, HasSubstr("token ci-pull (" + token_id() + ") was created, but"));
  EXPECT_THAT(outcome.err, HasSubstr("delete it: delete_token " + registry() + " " + token_id()));
  EXPECT_THAT(outcome.out + outcome.err, Not(HasSubstr(password())));
  EXPECT_TRUE(is_one_line(outcome.err)) << outcome.err;
  EXPECT_FALSE(exists(file_));
}

TEST_F(CreateToken, NamesTheTokenWhosePasswordCannotBePrinted) {
  const Outcome outcome = create_in_shell("", "--show-password >/dev/full");

  EXPECT_EQ(outcome.exit_code, 1);
  EXPECT_THAT(outcome.err, HasSubstr("delete it: delete_token " + registry() + " " + token_id()));
  EXPECT_THAT(outcome.err, Not(HasSubstr(password())));
}

TEST_F(CreateToken, SurvivesAReaderThatHasGone) {
  const std::string pipe = folder_.file("pipe");
  ASSERT_EQ(::mkfifo(pipe.c_str(), 0600), 0);

  const Outcome outcome =
      create_in_shell(": <" + pipe + " & exec 4>" + pipe + "; wait;", "--show-password >&4");

  EXPECT_EQ(outcome.exit_code, 1);
  EXPECT_THAT(outcome.err, HasSubstr("its password is lost"));
}

TEST_F(CreateToken, SaysWhereThePasswordIsWhenOnlyPrintingFails) {
  const Outcome outcome = create_in_shell("", "--password-file " + file_ + " >/dev/full");

  EXPECT_EQ(outcome.exit_code, 1);
  EXPECT_THAT(outcome.err, HasSubstr("its password is in " + file_));
  EXPECT_EQ(text_of_file(file_), password());
}

TEST_F(CreateToken, SaysWhatToDoWhenTheAnswerHasNoPassword) {
  stub_.fail_next(1, 201, {{"Content-Type", "application/json"}},
                  R"({"id": "some-id", "metadata": {"createdBy": "", "createdByUserId": "",
                      "createdDate": "2026-01-01T00:00:00Z", "state": "enabled"},
                      "properties": {"name": "ci-pull", "credentials": null}})");

  const Outcome outcome = create({"--password-file", file_});

  EXPECT_EQ(outcome.exit_code, 4);
  EXPECT_THAT(outcome.err, HasSubstr("look with list_tokens whether the token is there"));
  EXPECT_FALSE(exists(file_));
}

}  // namespace
}  // namespace examples
