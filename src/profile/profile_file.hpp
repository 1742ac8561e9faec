// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace ionoscloud::container_registry {
inline namespace v0 {

/// Where the profile file of a user is looked for, the first place first. `home` and `config_home`
/// are what the variables of `place_names` say. A relative path counts as nothing: a file of
/// whatever folder the program runs in would name the host that gets the token.
[[nodiscard]] std::vector<std::string> profile_places(const std::string& home,
                                                      const std::string& config_home);

/// Whether a path says from the root on where it leads.
[[nodiscard]] bool is_absolute(const std::string& path);

/// The text of a profile file, with what is questionable about the file added to `warnings`;
/// nothing when nothing is there. Throws `ProfileError` when it can't be read.
[[nodiscard]] std::optional<std::string> read_profile_file(const std::string& path,
                                                           std::vector<std::string>& warnings);

}  // namespace v0
}  // namespace ionoscloud::container_registry
