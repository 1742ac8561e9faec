// SPDX-License-Identifier: Apache-2.0
#include <filesystem>

#include "support/console_session.hpp"
#include "support/program_test.hpp"

namespace programs {
namespace {

using ::testing::AllOf;
using ::testing::ContainsRegex;
using ::testing::EndsWith;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;
using ::testing::StartsWith;

/// The examples on the registry of the stub server.
class Examples : public ProgramTest {
 protected:
  Examples() { environment_["IONOS_REGISTRY_ID"] = registry(); }

  /// Runs a line of the shell in the test's own folder, where the examples are found by their
  /// names.
  [[nodiscard]] Outcome run(const std::string& line) {
    environment_["PATH"] = std::string(IONOSCLOUD_CR_EXAMPLES) + ":/usr/bin:/bin";
    return run_process({"/bin/sh", "-c", "cd '" + folder_.file("") + "' && " + line}, environment_);
  }

  [[nodiscard]] std::vector<std::string> files() const {
    std::vector<std::string> names;
    for (const auto& file : std::filesystem::directory_iterator(folder_.file(""))) {
      names.push_back(file.path().filename().string());
    }
    return names;
  }

  /// The rights that others have on a file.
  [[nodiscard]] std::filesystem::perms rights_of_others(const std::string& name) const {
    using std::filesystem::perms;
    return std::filesystem::status(folder_.file(name)).permissions() &
           (perms::group_all | perms::others_all);
  }
};

TEST_F(Examples, CreateTokenLeavesThePasswordInAFileForItsOwnerAlone) {
  const Outcome outcome = run("create-token ci-pull team/app password");

  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  EXPECT_THAT(outcome.out, StartsWith("created ci-pull-"));
  EXPECT_EQ(text_of_file(folder_.file("password")), password());
  EXPECT_EQ(rights_of_others("password"), std::filesystem::perms::none);
  EXPECT_THAT(outcome.out + outcome.err, Not(HasSubstr(password())));
  EXPECT_EQ(token().properties.scopes.at(0).name, "team/app");
}

TEST_F(Examples, CreateTokenSendsNothingWithoutAPlaceForThePassword) {
  const Outcome outcome = run("touch password && create-token ci-pull team/app password");

  EXPECT_EQ(outcome.exit_code, 1);
  EXPECT_THAT(outcome.err, HasSubstr("password: File exists"));
  EXPECT_EQ(stub_.request_count(), 0u);
}

TEST_F(Examples, CreateTokenLeavesNoFileWhenItIsRefused) {
  const Outcome outcome = run("create-token ci_pull team/app password");

  EXPECT_EQ(outcome.exit_code, 1);
  EXPECT_THAT(outcome.err, HasSubstr("422"));
  EXPECT_THAT(files(), IsEmpty());
}

TEST_F(Examples, CreateTokenDeletesATokenWhosePasswordCannotBeStored) {
  const Outcome outcome =
      run("ulimit -f 0 && trap '' XFSZ && create-token ci-pull team/app password");

  EXPECT_EQ(outcome.exit_code, 1);
  EXPECT_THAT(outcome.err, HasSubstr("password can't be written; the token is deleted again"));
  EXPECT_THAT(tokens(), IsEmpty());
  EXPECT_THAT(files(), IsEmpty());
}

TEST_F(Examples, CreateTokenOutlivesALostResponse) {
  stub_.lose_responses(1);

  const Outcome outcome = run("create-token ci-pull team/app password");

  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  EXPECT_THAT(tokens(), SizeIs(1));
  EXPECT_EQ(text_of_file(folder_.file("password")), password());
}

TEST_F(Examples, ListTokensShowsThemAll) {
  stub_.add_tokens(stub_.registry(), 120);
  static_cast<void>(run("create-token ci-pull team/app password"));

  const Outcome outcome = run("list-tokens");

  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  EXPECT_THAT(outcome.out, AllOf(HasSubstr("\ttoken-1\tenabled\tnever\n"),
                                 HasSubstr("\ttoken-120\t"), EndsWith("Z\tteam/app: pull\n")));
}

TEST_F(Examples, ListTokensFailsWhenNobodyTakesTheList) {
  stub_.add_tokens(stub_.registry(), 1);

  EXPECT_EQ(run("list-tokens >/dev/full").exit_code, 1);
}

TEST_F(Examples, RotateTokenHandsThePasswordToACommandAndDisablesThePredecessor) {
  static_cast<void>(run("create-token ci-pull team/app password"));

  const Outcome outcome = run("rotate-token " + token_id() + " ci-pull 'cat >taken'");

  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  ASSERT_THAT(tokens(), SizeIs(2));
  const cr::TokenProperties before = tokens().at(0).properties;
  const cr::TokenProperties after = tokens().at(1).properties;
  EXPECT_EQ(before.status, cr::TokenStatus::disabled);
  EXPECT_EQ(after.status, cr::TokenStatus::enabled);
  EXPECT_EQ(after.scopes, before.scopes);
  EXPECT_EQ(text_of_file(folder_.file("taken")), after.credentials->password.expose());
  EXPECT_THAT(outcome.out, AllOf(HasSubstr("created " + after.name),
                                 HasSubstr("disabled " + before.name + "; delete it")));
}

TEST_F(Examples, RotateTokenKeepsThePredecessorWhenTheCommandFails) {
  stub_.add_tokens(stub_.registry(), 1);

  for (const std::string command : {"false", "'no such command'"}) {
    const Outcome outcome = run("rotate-token " + token_id() + " next \"" + command + "\"");

    EXPECT_EQ(outcome.exit_code, 1) << command;
    EXPECT_THAT(outcome.err, HasSubstr("the old one still works")) << command;
    ASSERT_THAT(tokens(), SizeIs(1)) << command;
    EXPECT_EQ(token().properties.status, cr::TokenStatus::enabled) << command;
  }
}

TEST_F(Examples, RevokeOldTokensShowsThemFirst) {
  stub_.add_tokens(stub_.registry(), 2);

  const Outcome outcome = run("revoke-old-tokens 0");

  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  EXPECT_THAT(outcome.out, AllOf(ContainsRegex("token-1\t.*Z\tis old\n"),
                                 ContainsRegex("token-2\t.*Z\tis old\n")));
  EXPECT_THAT(tokens(), SizeIs(2));
}

TEST_F(Examples, RevokeOldTokensDeletesThemAll) {
  stub_.add_tokens(stub_.registry(), 250);

  const Outcome outcome = run("revoke-old-tokens 0 --delete");

  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  EXPECT_THAT(outcome.out, ContainsRegex("token-250\t.*Z\tdeleted\n"));
  EXPECT_THAT(tokens(), IsEmpty());
}

TEST_F(Examples, RevokeOldTokensLeavesYoungerOnesAlone) {
  stub_.add_tokens(stub_.registry(), 2);

  const Outcome outcome = run("revoke-old-tokens 90 --delete");

  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  EXPECT_EQ(outcome.out, "");
  EXPECT_THAT(tokens(), SizeIs(2));
}

TEST_F(Examples, RevokeOldTokensTakesNumbersAlone) {
  for (const std::string arguments : {"", "ninety", "90d", "-1", "90 --yes", "90 --delete now"}) {
    EXPECT_EQ(run("revoke-old-tokens " + arguments).exit_code, 2) << arguments;
  }
  EXPECT_EQ(stub_.request_count(), 0u);
}

TEST_F(Examples, IssueTokensRespondsToEachRequest) {
  const Outcome outcome = run("printf 'team-a\\n\\n../team\\nteam-b\\n' | issue-tokens");

  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  ASSERT_THAT(tokens(), SizeIs(2));
  for (const cr::TokenResponse& token : tokens()) {
    const cr::TokenProperties& properties = token.properties;
    EXPECT_THAT(outcome.out, HasSubstr("\tissued " + properties.name + "\n"));
    const std::string file = properties.name + ".password";
    EXPECT_EQ(text_of_file(folder_.file(file)), properties.credentials->password.expose());
    EXPECT_EQ(rights_of_others(file), std::filesystem::perms::none);
  }
  EXPECT_THAT(outcome.out, AllOf(ContainsRegex("(^|\n)\tfailed: .*name"),
                                 ContainsRegex("\\.\\./team\tfailed: .*422")));
}

TEST_F(Examples, DoWhatTheirReadmeShows) {
  const std::vector<Step> steps = steps_of(text_of_file(IONOSCLOUD_CR_EXAMPLES_README));
  ASSERT_THAT(steps, Not(IsEmpty()));

  for (const Step& step : steps) {
    const Outcome outcome = run(with_id(step.command, tokens().empty() ? "" : token_id()));

    EXPECT_EQ(without_chance(outcome.out), without_chance(step.shown)) << step.command;
    EXPECT_EQ(outcome.err, "") << step.command;
  }
}

TEST_F(Examples, SayWhichVariableIsMissing) {
  environment_.erase("IONOS_TOKEN");
  const Outcome without_login = run("list-tokens");
  environment_.erase("IONOS_REGISTRY_ID");
  const Outcome without_registry = run("list-tokens");

  EXPECT_EQ(without_login.exit_code, 1);
  EXPECT_THAT(without_login.err, HasSubstr("IONOS_TOKEN"));
  EXPECT_EQ(without_registry.exit_code, 2);
  EXPECT_THAT(without_registry.err, HasSubstr("IONOS_REGISTRY_ID"));
}

TEST_F(Examples, EndWithOneLineWhenTheyAreRefused) {
  environment_["IONOS_TOKEN"] = "wrong-secret";
  for (const std::string command :
       {"create-token ci-pull team/app password", "list-tokens", "rotate-token some-id next cat",
        "revoke-old-tokens 90 --delete"}) {
    const Outcome outcome = run(command);

    EXPECT_EQ(outcome.exit_code, 1) << command;
    EXPECT_THAT(outcome.err, AllOf(HasSubstr("401"), Not(HasSubstr("wrong-secret")))) << command;
    EXPECT_TRUE(is_one_line(outcome.err)) << outcome.err;
  }
}

}  // namespace
}  // namespace programs
