// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <cstdlib>
#include <initializer_list>
#include <string>
#include <string_view>

#include <ionoscloud/container_registry/configuration.hpp>
#include <ionoscloud/container_registry/exceptions.hpp>

#include "support/environment.hpp"
#include "support/temporary_folder.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {

inline constexpr std::string_view two_profiles = R"(
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

/// A home of its own, with a profile file in it or without.
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

}  // namespace v0
}  // namespace ionoscloud::container_registry
