// SPDX-License-Identifier: Apache-2.0
// From the profile file and the environment to a configuration.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <string>

#include <ionoscloud/container_registry/api_client.hpp>
#include <ionoscloud/container_registry/configuration.hpp>
#include <ionoscloud/container_registry/exceptions.hpp>

#include "support/environment.hpp"
#include "support/temporary_folder.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::EndsWith;
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

  /// What a client says to a configuration; empty when it takes it.
  static std::string complaint_about(const Configuration& configuration) {
    try {
      const ApiClient client(configuration);
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
              HasSubstr("/nowhere/config can't be read: it isn't there (IONOS_CONFIG_FILE)"));
}

TEST_F(Discover, SaysWhereItLookedForALogin) {
  const Configuration configuration = discovered();

  EXPECT_THAT(
      complaint_about(configuration),
      EndsWith("there is no login; looked at IONOS_TOKEN, IONOS_USERNAME, IONOS_PASSWORD, " +
               home_ + "/.ionos/config, " + home_ + "/.ionos/config.yaml, " + home_ +
               "/.config/ionosctl/config.yaml"));
}

TEST_F(Discover, LooksForNoFileInAHomeThatIsRelative) {
  write(two_profiles);
  std::filesystem::current_path(folder_.file(""));
  const Environment environment({{"HOME", "home"}});

  const Configuration configuration = Configuration::discover();

  EXPECT_TRUE(configuration.token.empty());
  EXPECT_THAT(configuration.warnings, ElementsAre(HasSubstr("HOME isn't an absolute path")));
  std::filesystem::current_path("/");
}

TEST_F(Discover, SaysThatItHasNoPlaceToLookAt) {
  const Environment environment({});

  EXPECT_THAT(complaint_about(Configuration::discover()),
              HasSubstr("no profile file, as HOME isn't set"));
}

// Whatever stands where the file usually is: the login comes whole from the environment.
TEST_F(Discover, TakesAFileThatCannotBeReadForAMissingOne) {
  struct Obstacle {
    const char* what;
    std::function<void(const std::string& home)> put;
  };
  const Obstacle obstacles[] = {
      {"a folder",
       [](auto& home) { std::filesystem::create_directories(home + "/.ionos/config"); }},
      {"a link to nowhere",
       [](auto& home) {
         std::filesystem::create_directory(home + "/.ionos");
         std::filesystem::create_symlink("gone", home + "/.ionos/config");
       }},
      {"a link to itself",
       [](auto& home) { std::filesystem::create_symlink(".ionos", home + "/.ionos"); }},
      {"a file for a folder", [](auto& home) { std::ofstream(home + "/.ionos") << "text"; }},
      {"a pipe",
       [](auto& home) {
         std::filesystem::create_directory(home + "/.ionos");
         mkfifo((home + "/.ionos/config").c_str(), 0600);
       }},
  };
  for (const auto& [what, put] : obstacles) {
    std::filesystem::remove_all(home_);
    std::filesystem::create_directory(home_);
    put(home_);

    const Configuration configuration = discovered({{"IONOS_TOKEN", "own"}});

    EXPECT_EQ(configuration.token.expose(), "own") << what;
    EXPECT_THAT(configuration.warnings, ElementsAre(HasSubstr("so it counts as missing"))) << what;
  }
}

TEST_F(Discover, TakesAHomeWithTooLongANameForAnEmptyOne) {
  const std::string home = "/" + std::string(5000, 'x');
  const Environment environment({{"HOME", home.c_str()}, {"IONOS_TOKEN", "own"}});

  const Configuration configuration = Configuration::discover();

  EXPECT_EQ(configuration.token.expose(), "own");
  EXPECT_EQ(configuration.warnings.size(), 1u);
}

/// Somebody who may not look into a folder, be the tests run by root or not.
class Stranger {
 public:
  explicit Stranger(const std::string& folder) : is_root_(geteuid() == 0) {
    chmod(folder.c_str(), 0);
    if (is_root_ && seteuid(65534) != 0) std::abort();
  }
  Stranger(const Stranger&) = delete;
  Stranger& operator=(const Stranger&) = delete;
  ~Stranger() {
    if (is_root_ && seteuid(0) != 0) std::abort();
  }

 private:
  const bool is_root_;
};

// As in a container whose user isn't root, but whose HOME is still /root.
TEST_F(Discover, TakesTheHomeOfAnotherUserForAnEmptyOne) {
  write(two_profiles);
  const Stranger stranger(home_);

  const Configuration configuration = discovered({{"IONOS_TOKEN", "own"}});

  EXPECT_EQ(configuration.token.expose(), "own");
  EXPECT_THAT(configuration.warnings,
              ElementsAre(AllOf(HasSubstr(path_), HasSubstr(home_ + "/.ionos/config.yaml"),
                                HasSubstr("can't be read: Permission denied"))));
}

TEST_F(Discover, SaysWhatItCouldNotReadWhenThereIsNoLogin) {
  std::filesystem::create_directories(home_ + "/.ionos/config");

  EXPECT_THAT(complaint_about(discovered()),
              HasSubstr(home_ + "/.ionos/config (must be a file), " + home_));
}

#if IONOSCLOUD_CR_WITH_PROFILES

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
  const std::string path = folder_.file("long", std::string(1024 * 1024 + 1, '#'));

  EXPECT_THAT(refusal({{"IONOS_CONFIG_FILE", path.c_str()}}),
              HasSubstr("must not be larger than 1 MiB"));
}

TEST_F(Discover, RefusesWhatIsNoFile) {
  EXPECT_THAT(refusal({{"IONOS_CONFIG_FILE", "/dev/null"}}), HasSubstr("must be a file"));
}

#else

TEST_F(Discover, SaysThatItCannotReadTheFile) {
  write(two_profiles);

  const Configuration configuration = discovered({{"IONOS_TOKEN", "own"}});

  EXPECT_EQ(configuration.token.expose(), "own");
  EXPECT_THAT(configuration.warnings, ElementsAre(HasSubstr("was built without yaml-cpp")));
  EXPECT_THAT(refusal({{"IONOS_CONFIG_FILE", path_.c_str()}}),
              HasSubstr("was built without yaml-cpp"));
}

#endif

}  // namespace
}  // namespace v0
}  // namespace ionoscloud::container_registry
