// SPDX-License-Identifier: Apache-2.0
// From the profile file and the environment to a configuration.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <string>

#include <ionoscloud/container_registry/configuration.hpp>
#include <ionoscloud/container_registry/exceptions.hpp>

#include "support/environment.hpp"
#include "support/temporary_folder.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

constexpr std::string_view two_profiles = R"(
currentProfile: dev
profiles:
  - {name: dev, environment: staging, credentials: {token: profile-token}}
  - {name: ops, environment: staging, credentials: {username: profile-user, password: hunter2}}
environments:
  - name: staging
    certificateAuthData: profile-authority
    products:
      - {name: containerregistry, endpoints: [{name: https://profile.example.com}]}
)";

class Discover : public testing::Test {
 protected:
  /// Writes the file to where it is looked for.
  void write(std::string_view text, mode_t mode = 0600) {
    mkdir(home_.c_str(), 0700);
    mkdir((home_ + "/.ionos").c_str(), 0700);
    path_ = folder_.file("home/.ionos/config", text);
    chmod(path_.c_str(), mode);
  }

  /// What `discover` gives with these variables.
  Configuration discovered(std::initializer_list<Environment::Variable> variables = {}) {
    const Environment environment(variables);
    setenv("HOME", home_.c_str(), 1);
    return Configuration::discover();
  }

  std::string refusal(std::initializer_list<Environment::Variable> variables = {}) {
    try {
      static_cast<void>(discovered(variables));
    } catch (const ConfigurationException& error) {
      return error.what();
    }
    return "";
  }

  const TemporaryFolder folder_;
  const std::string home_ = folder_.file("home");
  std::string path_;
};

TEST_F(Discover, FindsTheDefaultsWhereThereIsNothing) {
  const Configuration configuration = discovered();

  EXPECT_EQ(configuration.host, Configuration().host);
  EXPECT_TRUE(configuration.token.empty());
  EXPECT_THAT(configuration.warnings, IsEmpty());
}

TEST_F(Discover, ReadsTheEnvironmentWhereThereIsNoFile) {
  EXPECT_EQ(discovered({{"IONOS_TOKEN", "own"}}).token.expose(), "own");
}

TEST_F(Discover, MissesAFileThatIsNamed) {
  EXPECT_THAT(refusal({{"IONOS_CONFIG_FILE", "/nowhere/config"}}),
              HasSubstr("/nowhere/config can't be read: No such file or directory"));
}

#if IONOSCLOUD_CR_WITH_PROFILES

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
  for (const mode_t mode : {0640, 0604, 0620}) {
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
  write(std::string(1024 * 1024 + 1, '#'));

  EXPECT_THAT(refusal(), HasSubstr("must not be larger than 1 MiB"));
}

TEST_F(Discover, RefusesWhatIsNoFile) {
  EXPECT_THAT(refusal({{"IONOS_CONFIG_FILE", "/dev/null"}}), HasSubstr("must be a file"));
}

#else

TEST_F(Discover, SaysThatItCannotReadTheFile) {
  write(two_profiles);

  EXPECT_THAT(refusal(), HasSubstr("was built without yaml-cpp"));
  EXPECT_EQ(refusal({{"IONOS_TOKEN", "own"}, {"IONOS_API_URL", "https://own.example.com"}}), "");
}

#endif

}  // namespace
}  // namespace v0
}  // namespace ionoscloud::container_registry
