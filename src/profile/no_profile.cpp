// SPDX-License-Identifier: Apache-2.0
// In place of profile.cpp in a build without yaml-cpp.
#include "profile/profile.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {

std::optional<Profile> read_profile(const std::string&, const std::string&, ProfileUse) {
  return std::nullopt;
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
