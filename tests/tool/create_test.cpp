// SPDX-License-Identifier: Apache-2.0
#include <sys/stat.h>

#include <filesystem>

#include "tool_test.hpp"

namespace programs {
namespace {

using nlohmann::json;
using std::filesystem::exists;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

class Create : public ToolTest {
 protected:
  [[nodiscard]] Outcome create(std::vector<std::string> options) const {
    options.insert(options.begin(), {"create", "ci-pull"});
    return run(options);
  }

  /// Runs a line of the shell with the command between `before` and `after`.
  [[nodiscard]] Outcome create_in_shell(const std::string& before, const std::string& after) const {
    return run_in_shell(before + " \"$0\" create ci-pull " + after);
  }

  [[nodiscard]] std::string delete_command(const std::string& id) const {
    return "ionos-cr-tokens delete --registry " + registry() + " " + id;
  }

  /// A response that creates a token; the two are JSON.
  static std::string created_json(const std::string& password,
                                  const std::string& expiry_date = "null") {
    return R"({"id": "some-id", "metadata": {"createdBy": "", "createdByUserId": "",
        "createdDate": "2026-01-01T00:00:00Z", "state": "enabled"},
        "properties": {"name": "ci-pull", "credentials": {"username": "ci-pull", "password": )" +
           password + R"(}, "expiryDate": )" + expiry_date + "}}";
  }

  const cr::Headers json_header_ = {{"Content-Type", "application/json"}};
  const std::string file_ = folder_.file("password");
};

TEST_F(Create, PrintsThePasswordWhenAskedTo) {
  const Outcome outcome = create({"--show-password"});

  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  EXPECT_THAT(outcome.out, HasSubstr("password  " + password() + "\n"));
  EXPECT_EQ(outcome.err, "");
}

TEST_F(Create, WritesThePasswordAsJsonWhenAskedTo) {
  const Outcome outcome = create({"--show-password", "--json"});

  const json token = json::parse(outcome.out);
  EXPECT_EQ(token.at("properties").at("credentials").at("password"), password());
  EXPECT_EQ(token.at("id"), token_id());
}

TEST_F(Create, PutsThePasswordAndNothingElseIntoTheFile) {
  const Outcome outcome = create({"--password-file", file_});

  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  EXPECT_EQ(text_of_file(file_), password());
}

TEST_F(Create, LetsNobodyElseReadTheFile) {
  const Outcome outcome = create_in_shell("umask 000;", "--password-file " + file_);

  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  EXPECT_EQ(std::filesystem::status(file_).permissions(),
            std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
}

TEST_F(Create, PrintsNoPasswordThatGoesIntoAFile) {
  const Outcome outcome = create({"--password-file", file_});

  EXPECT_THAT(outcome.out, HasSubstr("name      ci-pull\n"));
  EXPECT_THAT(outcome.out, HasSubstr("password  in " + file_ + "\n"));
  EXPECT_THAT(outcome.out + outcome.err, Not(HasSubstr(password())));
}

TEST_F(Create, RedactsAPasswordThatGoesIntoAFileInJson) {
  const Outcome outcome = create({"--password-file", file_, "--json"});

  EXPECT_EQ(json::parse(outcome.out).at("properties").at("credentials").at("password"),
            "[redacted]");
}

TEST_F(Create, SendsWhatTheOptionsSay) {
  const Outcome outcome = create({"--show-password", "--status", "disabled", "--expires",
                                  "2099-01-01T00:00:00Z", "--scope", "repository:team/app:pull"});

  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  EXPECT_EQ(json::parse(stub_.requests().back().body), json::parse(R"({"properties": {
    "name": "ci-pull", "status": "disabled", "expiryDate": "2099-01-01T00:00:00Z",
    "scopes": [{"type": "repository", "name": "team/app", "actions": ["pull"]}]}})"));
}

TEST_F(Create, CountsDaysFromNow) {
  using std::chrono::hours;

  const Outcome outcome = create({"--show-password", "--expires-in", "30"});

  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  const auto left = token().properties.expiry_date.value() - cr::Timestamp::now();
  EXPECT_GT(left, hours(24 * 29));
  EXPECT_LE(left, hours(24 * 30));
}

TEST_F(Create, InsistsOnAPlaceForThePassword) {
  const Outcome outcome = create({});

  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_THAT(outcome.err, HasSubstr("--password-file FILE or --show-password"));
  EXPECT_EQ(stub_.request_count(), 0U);
}

TEST_F(Create, RefusesTwoPlacesForThePassword) {
  const Outcome outcome = create({"--show-password", "--password-file", file_});

  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_EQ(stub_.request_count(), 0U);
}

TEST_F(Create, SendsNothingWhenTheFileIsThere) {
  std::ofstream(file_) << "an older password";

  const Outcome outcome = create({"--password-file", file_});

  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_EQ(text_of_file(file_), "an older password");
  EXPECT_EQ(stub_.request_count(), 0U);
}

TEST_F(Create, FollowsNoLinkToAnotherFile) {
  const std::string other = folder_.file("other");
  std::filesystem::create_symlink(other, file_);

  const Outcome outcome = create({"--password-file", file_});

  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_FALSE(exists(other));
}

TEST_F(Create, SendsNothingWhenTheFileCannotBeMade) {
  const Outcome outcome = create({"--password-file", folder_.file("no-such-folder/password")});

  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_THAT(outcome.err, HasSubstr("No such file or directory"));
  EXPECT_EQ(stub_.request_count(), 0U);
}

TEST_F(Create, LeavesNoFileWhenTheServiceRefuses) {
  static_cast<void>(create({"--show-password"}));

  const Outcome outcome = create({"--password-file", file_});

  EXPECT_EQ(outcome.exit_code, 3);
  EXPECT_THAT(outcome.err, HasSubstr("choose another name"));
  EXPECT_FALSE(exists(file_));
}

TEST_F(Create, SaysWhatToDoWhenTheResponseIsLost) {
  stub_.lose_responses(1);

  const Outcome outcome = create({"--password-file", file_});

  EXPECT_EQ(outcome.exit_code, 6);
  EXPECT_THAT(outcome.err, HasSubstr("may have carried it out"));
  EXPECT_THAT(outcome.err, HasSubstr("look whether the token is there (ionos-cr-tokens list)"));
  EXPECT_FALSE(exists(file_));
}

TEST_F(Create, SaysWhatToDoWhenAGatewayFails) {
  stub_.fail_next(1, 502);

  const Outcome outcome = create({"--show-password"});

  EXPECT_EQ(outcome.exit_code, 6);
  EXPECT_THAT(outcome.err, HasSubstr("look whether the token is there (ionos-cr-tokens list)"));
}

TEST_F(Create, SendsNothingWhenThereIsNoRoomForThePassword) {
  const Outcome outcome = create_in_shell("trap '' XFSZ; ulimit -f 0;", "--password-file " + file_);

  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_THAT(outcome.err, HasSubstr("can't make the file " + file_ + ": File too large"));
  EXPECT_EQ(stub_.request_count(), 0U);
  EXPECT_FALSE(exists(file_));
}

TEST_F(Create, NamesTheTokenWhosePasswordCannotBeWritten) {
  const std::string password(5000, 'x');
  stub_.fail_next(1, 201, json_header_, created_json(json(password).dump()));

  const Outcome outcome = create_in_shell("trap '' XFSZ; ulimit -f 8;", "--password-file " + file_);

  EXPECT_EQ(outcome.exit_code, 1);
  EXPECT_THAT(outcome.err, HasSubstr("token ci-pull (some-id) was created, but"));
  EXPECT_THAT(outcome.err, HasSubstr("delete it: " + delete_command("some-id")));
  EXPECT_THAT(outcome.out + outcome.err, Not(HasSubstr("xxxx")));
  EXPECT_TRUE(is_one_line(outcome.err)) << outcome.err;
  EXPECT_FALSE(exists(file_));
}

TEST_F(Create, NamesTheTokenWhosePasswordCannotBePrinted) {
  const Outcome outcome = create_in_shell("", "--show-password >/dev/full");

  EXPECT_EQ(outcome.exit_code, 1);
  EXPECT_THAT(outcome.err, HasSubstr("delete it: " + delete_command(token_id())));
  EXPECT_THAT(outcome.err, Not(HasSubstr(password())));
}

TEST_F(Create, SendsNothingWhenThereIsNoStandardOutputForThePassword) {
  const Outcome outcome = create_in_shell("", "--show-password >&-");

  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_THAT(outcome.err, HasSubstr("needs a standard output"));
  EXPECT_EQ(stub_.request_count(), 0U);
}

TEST_F(Create, PrintsToNoFileOfItsOwnWhenStreamsAreClosed) {
  const Outcome outcome = create_in_shell("", "--password-file " + file_ + " <&- >&- 2>&-");

  EXPECT_EQ(outcome.exit_code, 1);
  EXPECT_EQ(text_of_file(file_), password());
}

TEST_F(Create, SurvivesAReaderThatHasGone) {
  const std::string pipe = folder_.file("pipe");
  ASSERT_EQ(::mkfifo(pipe.c_str(), 0600), 0);

  const Outcome outcome =
      create_in_shell(": <" + pipe + " & exec 4>" + pipe + "; wait;", "--show-password >&4");

  EXPECT_EQ(outcome.exit_code, 1);
  EXPECT_THAT(outcome.err, HasSubstr("its password is lost"));
}

TEST_F(Create, SaysWhereThePasswordIsWhenOnlyPrintingFails) {
  const Outcome outcome = create_in_shell("", "--password-file " + file_ + " >/dev/full");

  EXPECT_EQ(outcome.exit_code, 1);
  EXPECT_THAT(outcome.err, HasSubstr("its password is in " + file_));
  EXPECT_EQ(text_of_file(file_), password());
}

TEST_F(Create, SaysWhatToDoWhenTheResponseHasNoPassword) {
  stub_.fail_next(1, 201, json_header_, created_json("null"));

  const Outcome outcome = create({"--password-file", file_});

  EXPECT_EQ(outcome.exit_code, 1);
  EXPECT_THAT(outcome.err, HasSubstr("was created, and its password is lost"));
  EXPECT_THAT(outcome.err, HasSubstr("delete it: " + delete_command("some-id")));
  EXPECT_FALSE(exists(file_));
}

TEST_F(Create, SavesThePasswordOfADamagedResponseToTheFile) {
  stub_.fail_next(1, 201, json_header_, created_json("\"hunter2\"", "\"no date\""));

  const Outcome outcome = create({"--password-file", file_});

  EXPECT_EQ(outcome.exit_code, 1);
  EXPECT_EQ(text_of_file(file_), "hunter2");
  EXPECT_THAT(outcome.err,
              HasSubstr("token ci-pull (some-id) was created, and its password is in " + file_ +
                        ", but its response was damaged"));
  EXPECT_THAT(outcome.out, HasSubstr("id        some-id\n"));
  EXPECT_THAT(outcome.out + outcome.err, Not(HasSubstr("hunter2")));
}

TEST_F(Create, PrintsThePasswordOfADamagedResponseWhenAskedTo) {
  stub_.fail_next(1, 201, json_header_, created_json("\"hunter2\"", "\"no date\""));

  const Outcome outcome = create({"--show-password", "--json"});

  EXPECT_EQ(outcome.exit_code, 1);
  const json token = json::parse(outcome.out);
  EXPECT_EQ(token.at("id"), "some-id");
  EXPECT_EQ(token.at("properties").at("credentials").at("password"), "hunter2");
}

TEST_F(Create, WritesNoPasswordThatArrivedInPart) {
  const std::string whole = created_json("\"hunter2\"");
  stub_.fail_next(1, 201, json_header_, whole.substr(0, whole.find("ter2")));

  const Outcome outcome = create({"--show-password"});

  EXPECT_EQ(outcome.exit_code, 1);
  EXPECT_THAT(outcome.err, HasSubstr("its password is lost"));
  EXPECT_THAT(outcome.err, HasSubstr("delete it: " + delete_command("some-id")));
  EXPECT_THAT(outcome.out + outcome.err, Not(HasSubstr("hun")));
}

TEST_F(Create, LetsNoPasswordMoveTheCursor) {
  stub_.fail_next(1, 201, json_header_, created_json(R"("a\u001b[2Jb")"));

  const Outcome outcome = run_on_terminal("\"$0\" create ci-pull --show-password --quiet", "");

  EXPECT_EQ(outcome.out, "a?[2Jb\r\n");
}

TEST_F(Create, GivesAPipeEachByteOfThePassword) {
  stub_.fail_next(1, 201, json_header_, created_json(R"("a\u001b[2Jb")"));

  EXPECT_EQ(create({"--show-password", "--quiet"}).out, "a\x1b[2Jb\n");
}

TEST_F(Create, PrintsTheIdAloneWhenQuiet) {
  const Outcome outcome = create({"--password-file", file_, "--quiet"});

  EXPECT_EQ(outcome.out, token_id() + "\n");
}

TEST_F(Create, PrintsThePasswordAloneWhenQuietAndAskedTo) {
  const Outcome outcome = create({"--show-password", "-q"});

  EXPECT_EQ(outcome.out, password() + "\n");
}

TEST_F(Create, SaysWhatMayHaveHappenedWhenItIsInterrupted) {
  stub_.delay_responses(1, std::chrono::hours(1));

  const Outcome outcome = interrupt({"create", "ci-pull", "--password-file", file_});

  EXPECT_EQ(outcome.exit_code, 130);
  EXPECT_THAT(outcome.out, HasSubstr("may have carried it out"));
  EXPECT_THAT(outcome.out, HasSubstr("look whether the token is there"));
  EXPECT_FALSE(exists(file_));
}

}  // namespace
}  // namespace programs
