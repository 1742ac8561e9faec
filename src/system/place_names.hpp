// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace ionoscloud::container_registry {
inline namespace v0 {

/// How places in the file system are named here.
struct PlaceNames {
  /// The environment variable that names the user's home.
  const char* home;
  /// The one that names the folder where programs keep what their user tells them; null where none
  /// does. It is this one in the home then.
  const char* config;
  const char* config_in_home;
  /// What stands between the folders of a list.
  char list_separator;
};

#if defined(_WIN32)
inline constexpr PlaceNames place_names{"USERPROFILE", "APPDATA", "AppData/Roaming", ';'};
#elif defined(__APPLE__)
inline constexpr PlaceNames place_names{"HOME", nullptr, "Library/Application Support", ':'};
#else
inline constexpr PlaceNames place_names{"HOME", "XDG_CONFIG_HOME", ".config", ':'};
#endif

}  // namespace v0
}  // namespace ionoscloud::container_registry
