// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace ionoscloud::container_registry {
inline namespace v0 {

/// The text of a profile file, with what is questionable about the file added to `warnings`;
/// nothing when nothing is there. Throws `ProfileError` when it can't be read.
[[nodiscard]] std::optional<std::string> read_profile_file(const std::string& path,
                                                           std::vector<std::string>& warnings);

}  // namespace v0
}  // namespace ionoscloud::container_registry
