// SPDX-License-Identifier: Apache-2.0
// Where a configuration is looked for, and what stands in the way.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <string>

#include <ionoscloud/container_registry/configuration.hpp>

#include "support/configurations.hpp"
#include "support/discover.hpp"
#include "support/environment.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

using testing::AllOf;
using testing::ElementsAre;
using testing::EndsWith;
using testing::HasSubstr;
using testing::IsEmpty;

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

#if !IONOSCLOUD_CR_WITH_PROFILES

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
