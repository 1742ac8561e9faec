// SPDX-License-Identifier: Apache-2.0
// From the profile file and the environment to a configuration.
#if IONOSCLOUD_CR_WITH_PROFILES

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <ios>
#include <string>
#include <string_view>

#include <ionoscloud/container_registry/configuration.hpp>

#include "support/configurations.hpp"
#include "support/discover.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::EndsWith;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

constexpr std::string_view of_login = R"(
version: 1.0
currentProfile: user
profiles:
  - name: user
    environment: prod
    credentials:
      token: login-token
environments:
  - name: prod
    products:
      - name: containerregistry
        endpoints:
          - name: https://api.ionos.com/containerregistries
            skipTlsVerify: false
)";

TEST_F(Discover, ReadsTheLoginOfIonosctl) {
  std::filesystem::create_directories(home_ + "/.config/ionosctl");
  const std::string path = folder_.file("home/.config/ionosctl/config.yaml", of_login);
  chmod(path.c_str(), 0600);

  const Configuration configuration = discovered();

  EXPECT_EQ(configuration.token.expose(), "login-token");
  EXPECT_THAT(configuration.describe(), HasSubstr("profile \"user\" in " + path));
  EXPECT_THAT(configuration.warnings, IsEmpty());
}

TEST_F(Discover, ReadsTheLoginOfIonosctlWhereConfigurationsAreKept) {
  std::filesystem::create_directories(folder_.file("xdg/ionosctl"));
  static_cast<void>(folder_.file("xdg/ionosctl/config.yaml", of_login));
  const std::string config_home = folder_.file("xdg");

  EXPECT_EQ(discovered({{"XDG_CONFIG_HOME", config_home.c_str()}}).token.expose(), "login-token");
}

TEST_F(Discover, ReadsTheFirstOfTheUsualFiles) {
  write(two_profiles);
  const std::string yaml = folder_.file("home/.ionos/config.yaml", of_login);

  EXPECT_EQ(discovered().token.expose(), "profile-token");

  unlink(path_.c_str());
  EXPECT_EQ(discovered().token.expose(), "login-token");
}

TEST_F(Discover, TellsWhyTheServicesOwnEndpointIsUsed) {
  write("currentProfile: a\nprofiles: [{name: a, credentials: {token: t}}]");

  EXPECT_THAT(discovered().describe(),
              HasSubstr("default, as profile \"a\" in " + path_ + " names no environment"));
}

TEST_F(Discover, WarnsOfAnEnvironmentThatIsNotThere) {
  write("currentProfile: a\nprofiles: [{name: a, environment: e, credentials: {token: t}}]");

  EXPECT_THAT(discovered().warnings,
              ElementsAre(path_ + " has no environments, so the service's own endpoint is used"));
  EXPECT_THAT(discovered({{"IONOS_API_URL", "https://own.example.com"}}).warnings, IsEmpty());
}

TEST_F(Discover, NamesTheProfileOfACredentialThatCannotBeOne) {
  write("currentProfile: a\nprofiles: [{name: a, credentials: {token: Bearer hunter2}}]");

  EXPECT_THAT(complaint_about(discovered()),
              AllOf(HasSubstr("token must be the token alone"),
                    EndsWith("(from profile \"a\" in " + path_ + ")"), Not(HasSubstr("hunter2"))));
}

TEST_F(Discover, TakesABlankProfileNameForNone) {
  write(two_profiles);

  EXPECT_EQ(discovered({{"IONOS_CURRENT_PROFILE", " \n"}}).token.expose(), "profile-token");
}

TEST_F(Discover, ReadsAFilesNameWithoutALinesEnd) {
  const std::string other = folder_.file("other", two_profiles) + "\r\n";

  EXPECT_EQ(discovered({{"IONOS_CONFIG_FILE", other.c_str()}}).token.expose(), "profile-token");
}

TEST_F(Discover, ReadsTheFileOfTheUser) {
  write(two_profiles);

  const Configuration configuration = discovered();

  EXPECT_EQ(configuration.token.expose(), "profile-token");
  EXPECT_EQ(configuration.host, "https://profile.example.com");
  EXPECT_EQ(configuration.tls.ca_pem, "profile-authority");
  EXPECT_THAT(configuration.warnings, IsEmpty());
}

TEST_F(Discover, ReadsTheFileThatIsNamedInstead) {
  write("not: [read");
  const std::string other = folder_.file("other", two_profiles);

  EXPECT_EQ(discovered({{"IONOS_CONFIG_FILE", other.c_str()}}).token.expose(), "profile-token");
}

TEST_F(Discover, TakesTheProfileThatIsNamed) {
  write(two_profiles);

  const Configuration configuration = discovered({{"IONOS_CURRENT_PROFILE", "ops"}});

  EXPECT_EQ(configuration.username, "profile-user");
  EXPECT_EQ(configuration.password.expose(), "hunter2");
  EXPECT_TRUE(configuration.token.empty());
}

TEST_F(Discover, PrefersTheEnvironment) {
  write(two_profiles);

  const Configuration configuration =
      discovered({{"IONOS_TOKEN", "own"}, {"IONOS_API_URL", "https://own.example.com"}});

  EXPECT_EQ(configuration.token.expose(), "own");
  EXPECT_EQ(configuration.host, "https://own.example.com");
}

TEST_F(Discover, MixesNoCredentials) {
  write(two_profiles);

  const Configuration configuration =
      discovered({{"IONOS_USERNAME", "own"}, {"IONOS_CURRENT_PROFILE", "ops"}});

  EXPECT_EQ(configuration.username, "own");
  EXPECT_TRUE(configuration.password.empty());
}

TEST_F(Discover, TrustsNoAuthorityOfAnotherEndpoint) {
  write(two_profiles);

  EXPECT_EQ(discovered({{"IONOS_API_URL", "https://own.example.com"}}).tls.ca_pem, "");
}

TEST_F(Discover, LeavesAFileAloneThatItNeedsNothingOf) {
  write("not: [YAML");

  EXPECT_EQ(refusal({{"IONOS_TOKEN", "own"}, {"IONOS_API_URL", "https://own.example.com"}}), "");
}

TEST_F(Discover, NamesTheFileAndThePlaceOfAFault) {
  write("currentProfile: a\nprofiles: [{name: a, credentials: {token: [hunter2]}}]");

  EXPECT_THAT(refusal(), AllOf(HasSubstr(path_ + ": profiles[0].credentials.token must be text"),
                               Not(HasSubstr("hunter2"))));
}

TEST_F(Discover, QuotesNothingOfAFileThatIsBroken) {
  write("profiles: [{name: a, credentials: {token: \"hunter2");

  EXPECT_THAT(refusal(), AllOf(HasSubstr("is not YAML"), Not(HasSubstr("hunter2"))));
}

TEST_F(Discover, WarnsOfAFileThatOthersCanRead) {
  for (const mode_t mode : {0640u, 0604u, 0620u}) {
    write(two_profiles, mode);

    EXPECT_THAT(discovered().warnings, ElementsAre(HasSubstr("chmod 600"))) << std::oct << mode;
  }
}

TEST_F(Discover, WarnsOfAFileWithoutACurrentProfile) {
  write("profiles: [{name: a, credentials: {token: x}}]");

  const Configuration configuration = discovered();

  EXPECT_TRUE(configuration.token.empty());
  EXPECT_THAT(configuration.warnings, ElementsAre(HasSubstr("names no currentProfile")));
}

TEST_F(Discover, RefusesAFileThatIsTooLong) {
  const std::string path = folder_.file("long", std::string(1024 * 1024 + 1, '#'));

  EXPECT_THAT(refusal({{"IONOS_CONFIG_FILE", path.c_str()}}),
              HasSubstr("must not be larger than 1 MiB"));
}

TEST_F(Discover, RefusesWhatIsNoFile) {
  EXPECT_THAT(refusal({{"IONOS_CONFIG_FILE", "/dev/null"}}), HasSubstr("must be a file"));
}

}  // namespace
}  // namespace v0
}  // namespace ionoscloud::container_registry

#endif
