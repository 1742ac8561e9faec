// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace ionoscloud::container_registry {
inline namespace v0 {

/// Names in the file system that differ between systems.
struct PlaceNames {
  /// The environment variable for the user's home folder.
  const char* home;
  /// The environment variable for the folder of the user's configuration files; null where the
  /// system has none. Without a value, that folder is `config_in_home` in the home folder.
  const char* config;
  const char* config_in_home;
  /// The separator in a list of folders.
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
