// SPDX-License-Identifier: Apache-2.0
#include "profile/profile_places.hpp"

#include <filesystem>

#include "system/place_names.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

/// Where the programs of a user keep what they are told; empty when nobody says.
std::string config_folder(const std::string& home, const std::string& config_home) {
  if (is_absolute(config_home)) return config_home;
  return home.empty() ? "" : home + '/' + place_names.config_in_home;
}

}  // namespace

bool is_absolute(const std::string& path) { return std::filesystem::path(path).is_absolute(); }

std::vector<std::string> profile_places(const std::string& home, const std::string& config_home) {
  std::vector<std::string> places;
  if (is_absolute(home)) {
    places.push_back(home + "/.ionos/config");       // of the service's client libraries
    places.push_back(home + "/.ionos/config.yaml");  // the same, as its Terraform provider has it
  }
  const std::string config = config_folder(is_absolute(home) ? home : "", config_home);
  if (!config.empty()) places.push_back(config + "/ionosctl/config.yaml");  // of ionosctl login
  return places;
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
