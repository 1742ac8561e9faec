// SPDX-License-Identifier: Apache-2.0
#include "runtime/profile_settings.hpp"

#include <optional>
#include <string>
#include <utility>

#include "base/printable.hpp"
#include "base/wipe.hpp"
#include "profile/profile_file.hpp"
#include "profile/profile_text.hpp"
#include "runtime/client_settings.hpp"
#include "runtime/environment_variable.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

/// Nothing when nobody says where the user is at home.
std::optional<ProfilePath> profile_path() {
  const std::string named = environment_variable("IONOS_CONFIG_FILE");
  if (!named.empty()) return ProfilePath{named, true};
  const std::string home = environment_variable("HOME");
  if (home.empty()) return std::nullopt;
  return ProfilePath{home + "/.ionos/config", false};
}

[[noreturn]] void refuse(const ProfileError& error, const std::string& file) {
  refuse_configuration(file + ": " + printable(error.place), error.problem);
}

Profile profile_in(std::string& text, const std::string& file) {
  try {
    auto profile = read_profile(text, environment_variable("IONOS_CURRENT_PROFILE"));
    wipe(text);
    if (profile) return *std::move(profile);
  } catch (const ProfileError& error) {
    wipe(text);
    refuse(error, file);
  }
  refuse_configuration(
      file, "can't be read, as the library was built without yaml-cpp; set IONOS_TOKEN instead");
}

template <class Value>
void take(Value& field, Value value, std::string_view name, const std::string& source,
          ConfigurationOrigins& origins) {
  if (value.empty()) return;
  field = std::move(value);
  origins.add(name, source);
}

}  // namespace

void apply_profile(Configuration& configuration, ConfigurationOrigins& origins, ProfileUse use) {
  const std::optional<ProfilePath> path = profile_path();
  if (!path || !(use.credentials || use.endpoint)) return;
  const std::string file = printable(path->path);
  std::optional<std::string> text;
  try {
    text = read_profile_file(*path, configuration.warnings);
  } catch (const ProfileError& error) {
    refuse_configuration(error.place, error.problem);
  }
  if (!text) return;

  Profile profile = profile_in(*text, file);
  std::string source = file;
  if (!profile.name.empty()) source = "profile \"" + printable(profile.name) + "\" in " + file;
  if (use.credentials) {
    take(configuration.token, std::move(profile.token), "token", source, origins);
    take(configuration.username, std::move(profile.username), "username", source, origins);
    take(configuration.password, std::move(profile.password), "password", source, origins);
  }
  if (use.credentials && profile.name.empty()) {
    configuration.warnings.push_back(
        file + " names no currentProfile, so no credentials were taken from it");
  }
  if (use.endpoint) {
    take(configuration.host, std::move(profile.endpoint), "host", source, origins);
    take(configuration.tls.ca_pem, std::move(profile.ca_pem), "tls.ca_pem", source, origins);
  }
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
