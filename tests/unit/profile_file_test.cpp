// SPDX-License-Identifier: Apache-2.0
#include "profile/profile_file.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "system/place_names.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// With a drive, where there are drives.
const std::string root = std::filesystem::current_path().root_path().generic_string();

TEST(ProfilePaths, AreInTheHomeAndItsConfigurationFolder) {
  const std::string home = root + "home";

  EXPECT_THAT(profile_paths(home, ""),
              ElementsAre(home + "/.ionos/config", home + "/.ionos/config.yaml",
                          home + '/' + place_names.config_in_home + "/ionosctl/config.yaml"));
}

TEST(ProfilePaths, AreInTheConfigurationFolderOfTheEnvironment) {
  EXPECT_THAT(profile_paths("", root + "config"),
              ElementsAre(root + "config/ionosctl/config.yaml"));
}

TEST(ProfilePaths, AreNeverInRelativeFolders) {
  EXPECT_THAT(profile_paths("home", "config"), IsEmpty());
  EXPECT_THAT(profile_paths("", ""), IsEmpty());
}

}  // namespace
}  // namespace v0
}  // namespace ionoscloud::container_registry
