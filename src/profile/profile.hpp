// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <ionoscloud/container_registry/secret.hpp>

namespace ionoscloud::container_registry {
inline namespace v0 {

/// What of a profile is wanted. The rest comes from elsewhere, and isn't mixed with it.
struct ProfileUse {
  bool credentials = true;
  bool endpoint = true;
};

/// What a profile file has for this API. Empty members are those that it says nothing of, or that
/// aren't wanted.
struct Profile {
  /// The current profile; empty when none is.
  std::string name;
  Secret token;
  std::string username;
  Secret password;
  /// The endpoint's URL.
  std::string endpoint;
  /// Why there is none, reading on from the profile: `names no environment`.
  std::string no_endpoint;
  /// The authorities that its certificate may come from, in PEM form.
  std::string ca_pem;
  /// What is questionable, reading on from the file's name, without any of its secrets.
  std::vector<std::string> warnings;
};

/// Why a profile file can't be used, without any of its values.
struct ProfileError {
  /// The file, and where in it: `/home/x/.ionos/config: profiles[1].credentials.token`.
  std::string place;
  /// What is wrong there, and what would be right.
  std::string problem;
};

/// Reads the text of a profile file. `current` is the profile to take; empty: the one that the file
/// names. Of what isn't wanted nothing is read, so nothing in it is wrong. Throws `ProfileError`,
/// whose place is the one in the text. Nothing when this library was built without what reads YAML.
[[nodiscard]] std::optional<Profile> read_profile(const std::string& text,
                                                  const std::string& current, ProfileUse use);

}  // namespace v0
}  // namespace ionoscloud::container_registry
