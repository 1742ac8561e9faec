// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <ionoscloud/container_registry/secret.hpp>

namespace ionoscloud::container_registry {
inline namespace v0 {

/// Which parts of a profile to read. The other parts come from another source, and aren't mixed
/// with it.
struct ProfileUse {
  bool credentials = true;
  bool endpoint = true;
};

/// The part of a profile file that is for this API. Members are empty when the file doesn't set
/// them or when they aren't to be read.
struct Profile {
  /// The name of the current profile; empty when there is none.
  std::string name;
  Secret token;
  std::string username;
  Secret password;
  /// The endpoint's URL.
  std::string endpoint;
  /// Why there is no endpoint, as the end of a sentence about the profile: `names no environment`.
  std::string no_endpoint;
  /// The certificate authorities to trust for the endpoint, in PEM form.
  std::string ca_pem;
  /// Warnings, each as the end of a sentence about the file. They hold no secrets.
  std::vector<std::string> warnings;
};

/// Why a profile file can't be used. Quotes none of its values.
struct ProfileError {
  /// The file, and where in it: `/home/x/.ionos/config: profiles[1].credentials.token`.
  std::string place;
  /// What is wrong there, and what is expected.
  std::string problem;
};

/// Reads the text of a profile file. `current` is the name of the profile to use; when it is empty,
/// the file names it. Parts that `use` excludes are neither read nor checked. Throws `ProfileError`
/// with the place in the text. No value when this library was built without yaml-cpp.
[[nodiscard]] std::optional<Profile> read_profile(const std::string& text,
                                                  const std::string& current, ProfileUse use);

}  // namespace v0
}  // namespace ionoscloud::container_registry
