// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include "profile/profile.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {

/// Reads the text of a profile file. `current` is the profile to take; empty: the one that the file
/// names. Of what isn't wanted nothing is read, so nothing in it is wrong. Throws `ProfileError`,
/// whose place is the one in the text. Nothing when this library was built without what reads YAML.
[[nodiscard]] std::optional<Profile> read_profile(const std::string& text,
                                                  const std::string& current, ProfileUse use);

}  // namespace v0
}  // namespace ionoscloud::container_registry
