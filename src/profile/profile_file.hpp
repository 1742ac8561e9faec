// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace ionoscloud::container_registry {
inline namespace v0 {

/// Where a profile file is looked for.
struct ProfilePath {
  std::string path;
  /// Whether somebody has named it, so that it must be there.
  bool named = false;
};

/// The text of the file, with what is questionable about the file added to `warnings`; nothing when
/// it isn't there and needn't be. Throws `ProfileError` when it can't be read.
[[nodiscard]] std::optional<std::string> read_profile_file(const ProfilePath& file,
                                                           std::vector<std::string>& warnings);

}  // namespace v0
}  // namespace ionoscloud::container_registry
