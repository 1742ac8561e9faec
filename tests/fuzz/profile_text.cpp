// SPDX-License-Identifier: Apache-2.0
#include "profile/profile.hpp"

#include <optional>
#include <string>

#include "fuzz/target.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace fuzz {
namespace {

std::optional<Profile> profile_in(const std::string& text, const std::string& current) {
  try {
    return read_profile(text, current, ProfileUse{});
  } catch (const ProfileError& error) {
    require(!error.place.empty() && !error.problem.empty(), "a refusal says where and why");
    return std::nullopt;
  }
}

}  // namespace

void run(std::string_view input) {
  const std::string text(input);
  const auto profile = profile_in(text, "");

  if (!profile || profile->name.empty()) return;
  const auto again = profile_in(text, profile->name);
  require(again && again->name == profile->name && again->token == profile->token,
          "the current profile can be asked for by its name");
}

}  // namespace fuzz
}  // namespace v0
}  // namespace ionoscloud::container_registry
