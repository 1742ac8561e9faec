// SPDX-License-Identifier: Apache-2.0
#include "runtime/profile_search.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include "base/ascii.hpp"
#include "base/message_text.hpp"
#include "base/wipe.hpp"
#include "profile/profile.hpp"
#include "profile/profile_file.hpp"
#include "runtime/client_settings.hpp"
#include "runtime/environment_variable.hpp"
#include "system/place_names.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

/// The profile in the file; nothing when there is no file. Throws `ProfileError` when it can't be
/// read, and `ConfigurationException` for what it holds.
std::optional<Profile> read_file(const std::string& path, ProfileUse use,
                                 std::vector<std::string>& warnings) {
  std::optional<std::string> text = read_profile_file(path, warnings);
  if (!text) return std::nullopt;
  const std::string current(ascii::trim(environment_variable("IONOS_CURRENT_PROFILE")));
  std::optional<Profile> profile;
  try {
    profile = read_profile(*text, current, use);
    wipe(*text);
  } catch (const ProfileError& error) {
    wipe(*text);
    throw_invalid_configuration(printable(path) + ": " + printable(error.place), error.problem);
  }
  if (!profile) {
    throw ProfileError{printable(path), "can't be read, as the library was built without yaml-cpp"};
  }
  return profile;
}

void take(ProfileSearch& search, Profile profile, const std::string& path) {
  search.file = printable(path);
  for (const std::string& warning : profile.warnings) {
    search.warnings.push_back(search.file + " " + warning);
  }
  search.profile = std::move(profile);
}

/// It must be there, since somebody has named it.
void read_named(ProfileSearch& search, const std::string& path, ProfileUse use) {
  search.places.push_back(printable(path));
  try {
    auto profile = read_file(path, use, search.warnings);
    if (!profile) throw ProfileError{printable(path), "can't be read: it isn't there"};
    take(search, *std::move(profile), path);
  } catch (const ProfileError& error) {
    throw_invalid_configuration(error.place, error.problem + " (IONOS_CONFIG_FILE)");
  }
}

/// What can't be read counts as missing, since another place may do. Of a home that is another
/// user's all places can't be read, for one reason.
class UnreadPlaces {
 public:
  void add(const ProfileError& error) {
    for (auto& [problem, places] : places_) {
      if (problem != error.problem) continue;
      places += ", " + error.place;
      return;
    }
    places_.emplace_back(error.problem, error.place);
  }

  void warn(std::vector<std::string>& warnings) const {
    for (const auto& [problem, places] : places_) {
      warnings.push_back(places + " " + problem + ", so it counts as missing");
    }
  }

 private:
  std::vector<std::pair<std::string, std::string>> places_;
};

void read_first(ProfileSearch& search, ProfileUse use) {
  const std::string home = environment_variable(place_names.home);
  if (!home.empty() && !is_absolute(home)) {
    search.warnings.push_back(std::string(place_names.home) +
                              " isn't an absolute path, so no profile file is looked for in it");
  }
  const std::string config_home =
      place_names.config == nullptr ? "" : environment_variable(place_names.config);
  UnreadPlaces unread;
  for (const std::string& path : profile_paths(home, config_home)) {
    search.places.push_back(printable(path));
    try {
      if (auto profile = read_file(path, use, search.warnings)) {
        take(search, *std::move(profile), path);
        break;
      }
    } catch (const ProfileError& error) {
      search.places.back() += " (" + error.problem + ")";
      unread.add(error);
    }
  }
  unread.warn(search.warnings);
  if (search.places.empty()) {
    search.places.push_back(std::string("no profile file, as ") + place_names.home + " isn't set");
  }
}

/// A path, without the end of the line that it was read from.
std::string without_line_end(std::string path) {
  path.erase(path.find_last_not_of("\r\n") + 1);
  return path;
}

}  // namespace

ProfileSearch find_profile(ProfileUse use) {
  ProfileSearch search;
  const std::string named = without_line_end(environment_variable("IONOS_CONFIG_FILE"));
  if (named.empty()) {
    read_first(search, use);
  } else {
    read_named(search, named, use);
  }
  return search;
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
