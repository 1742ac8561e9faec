// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace ionoscloud::container_registry {
inline namespace v0 {

/// The paths where the profile file of a user may be, in the order of the search. `home` and
/// `config_home` are the values of the variables in `place_names`. Relative paths are ignored: a
/// file in the working directory could name the host that receives the token.
[[nodiscard]] std::vector<std::string> profile_paths(const std::string& home,
                                                     const std::string& config_home);

/// Whether a path is absolute.
[[nodiscard]] bool is_absolute(const std::string& path);

/// Reads the text of a profile file, and adds warnings about its owner and mode to `warnings`. No
/// value when the file doesn't exist. Throws `ProfileError` when it can't be read.
[[nodiscard]] std::optional<std::string> read_profile_file(const std::string& path,
                                                           std::vector<std::string>& warnings);

}  // namespace v0
}  // namespace ionoscloud::container_registry
