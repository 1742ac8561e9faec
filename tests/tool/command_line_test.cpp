// SPDX-License-Identifier: Apache-2.0
//
// What the program takes from its command line and its environment, whatever the command.

#include <filesystem>
#include <string>
#include <vector>

#include "tool_test.hpp"

namespace programs {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

class CommandLine : public ToolTest {};

TEST_F(CommandLine, RefusesNoCommand) {
  const Outcome outcome = run({});

  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_EQ(outcome.err,
            "ionos-cr-tokens: say what to do, as in ionos-cr-tokens list; see ionos-cr-tokens "
            "--help\n");
}

TEST_F(CommandLine, RefusesACommandThatItDoesNotHave) {
  const Outcome outcome = run({"lst"});

  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_THAT(outcome.err, HasSubstr("not expected: lst; see ionos-cr-tokens --help"));
}

TEST_F(CommandLine, RepeatsNoValueOfAnOptionThatItDoesNotHave) {
  const std::vector<std::string> lines[] = {
      {"list", "--token", "hunter2"}, {"list", "--token=hunter2"},
      {"list", "-thunter2"},          {"--password", "hunter2", "list"},
      {"list", "-x", "hunter2"},      {"create", "n", "--token", "hunter2"}};
  for (const auto& line : lines) {
    const Outcome outcome = run(line);

    EXPECT_EQ(outcome.exit_code, 2);
    EXPECT_THAT(outcome.err, HasSubstr("not expected: -"));
    EXPECT_THAT(outcome.err, Not(HasSubstr("hunter2")));
  }
}

TEST_F(CommandLine, RefusesAMissingArgument) {
  const Outcome outcome = run({"show"});

  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_THAT(outcome.err, HasSubstr("TOKEN is required; see ionos-cr-tokens show --help"));
}

TEST_F(CommandLine, RefusesAnOptionWithoutItsValue) {
  const Outcome outcome = run({"list", "--limit"});

  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_THAT(outcome.err, HasSubstr("--limit"));
}

TEST_F(CommandLine, RefusesAnOptionThatIsGivenTwice) {
  const Outcome outcome = run({"list", "--limit", "1", "--limit", "2"});

  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_THAT(outcome.err, HasSubstr("--limit"));
}

TEST_F(CommandLine, RefusesTwoFormsOfOutput) {
  const Outcome outcome = run({"list", "--json", "--quiet"});

  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_THAT(outcome.err, HasSubstr("--json excludes --quiet"));
}

TEST_F(CommandLine, PrintsTheVersion) {
  EXPECT_EQ(run({"--version"}).out, "ionos-cr-tokens " + std::string(cr::version()) + "\n");
}

TEST_F(CommandLine, TellsTheServiceWhatItIs) {
  static_cast<void>(run({"list"}));

  EXPECT_THAT(std::string(stub_.requests().back().headers.get("User-Agent").value()),
              HasSubstr("ionos-cr-tokens"));
}

TEST_F(CommandLine, TakesTheLoginOfAProfileAndWarnsThatOthersCanReadIt) {
  if (IONOSCLOUD_CR_HAS_PROFILES == 0) GTEST_SKIP() << "the library reads no profiles";
  const std::string profile = folder_.file("config", R"(
currentProfile: dev
profiles:
  - {name: dev, environment: prod, credentials: {token: stub-token}}
environments:
  - {name: prod, products: []}
)");
  std::filesystem::permissions(profile, std::filesystem::perms(0644));
  environment_.erase("IONOS_TOKEN");
  environment_["IONOS_CONFIG_FILE"] = profile;

  const Outcome outcome = run({"list", "--json"});

  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  EXPECT_EQ(outcome.out, "[]\n");
  EXPECT_THAT(outcome.err, StartsWith("ionos-cr-tokens: warning: "));
}

TEST_F(CommandLine, TakesTheLoginOfIonosctl) {
  if (IONOSCLOUD_CR_HAS_PROFILES == 0) GTEST_SKIP() << "the library reads no profiles";
  std::filesystem::create_directories(folder_.file(".config/ionosctl"));
  const std::string login = folder_.file(".config/ionosctl/config.yaml", R"(
currentProfile: user
profiles: [{name: user, environment: prod, credentials: {token: stub-token}}]
environments: [{name: prod, products: []}]
)");
  std::filesystem::permissions(login, std::filesystem::perms(0600));
  environment_.erase("IONOS_TOKEN");
  environment_["HOME"] = folder_.file("");

  const Outcome outcome = run({"list", "--quiet"});

  EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  EXPECT_EQ(outcome.err, "");
}

TEST_F(CommandLine, SaysWhereItLookedForALogin) {
  environment_.erase("IONOS_TOKEN");
  environment_["HOME"] = "/nowhere";

  const Outcome outcome = run({"list"});

  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_THAT(outcome.err, HasSubstr("looked at IONOS_TOKEN, IONOS_USERNAME, IONOS_PASSWORD, "
                                     "/nowhere/.ionos/config, "));
}

TEST_F(CommandLine, LeavesOutWhatStandsAroundTheRegistry) {
  for (const char* around : {"\r", "\n", " ", "\""}) {
    environment_["IONOS_REGISTRY_ID"] = around + registry() + around;

    const Outcome outcome = run({"list", "--quiet"});

    EXPECT_EQ(outcome.exit_code, 0) << outcome.err;
  }
}

TEST_F(CommandLine, GoesOnWithALogLevelOfOtherPrograms) {
  environment_["IONOS_LOG_LEVEL"] = "info";

  const Outcome outcome = run({"list", "--quiet"});

  EXPECT_EQ(outcome.exit_code, 0);
  EXPECT_THAT(outcome.err, StartsWith("ionos-cr-tokens: warning: IONOS_LOG_LEVEL must be"));
  EXPECT_TRUE(is_one_line(outcome.err));
}

TEST_F(CommandLine, EndsWith1WhenTheResultCannotBePrinted) {
  const Outcome outcome = run_in_shell("\"$0\" list >/dev/full");

  EXPECT_EQ(outcome.exit_code, 1);
  EXPECT_EQ(outcome.err, "ionos-cr-tokens: can't write to standard output\n");
}

}  // namespace
}  // namespace programs
