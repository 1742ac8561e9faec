// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "profile/profile.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {

/// What came of looking for the user's profile file.
struct ProfileSearch {
  /// Nothing when no file was found that can be read.
  std::optional<Profile> profile;
  /// The file that it was read from, fit for messages.
  std::string file;
  /// The places that were looked at, each with what was wrong there.
  std::vector<std::string> places;
  std::vector<std::string> warnings;
};

/// Reads the file that `IONOS_CONFIG_FILE` names; else the first of the usual ones that can be
/// read. Throws `ConfigurationException` for what is wrong in a file, and for a named one that
/// can't be read.
[[nodiscard]] ProfileSearch find_profile(ProfileUse use);

}  // namespace v0
}  // namespace ionoscloud::container_registry
