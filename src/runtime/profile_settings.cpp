// SPDX-License-Identifier: Apache-2.0
#include "runtime/profile_settings.hpp"

#include <string>
#include <string_view>
#include <utility>

#include "base/message_text.hpp"
#include "runtime/profile_search.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

template <class Value>
void take(Value& field, Value value, std::string_view name, const std::string& source,
          ConfigurationOrigins& origins) {
  if (value.empty()) return;
  field = std::move(value);
  origins.add(name, source);
}

void take_credentials(Configuration& configuration, Profile& profile, const std::string& source,
                      ConfigurationOrigins& origins) {
  take(configuration.token, std::move(profile.token), "token", source, origins);
  take(configuration.username, std::move(profile.username), "username", source, origins);
  take(configuration.password, std::move(profile.password), "password", source, origins);
}

void take_endpoint(Configuration& configuration, Profile& profile, const std::string& source,
                   ConfigurationOrigins& origins) {
  if (profile.endpoint.empty() && !profile.no_endpoint.empty()) {
    origins.add("host", "default, as " + source + " " + profile.no_endpoint);
  }
  take(configuration.host, std::move(profile.endpoint), "host", source, origins);
  take(configuration.tls.ca_pem, std::move(profile.ca_pem), "tls.ca_pem", source, origins);
}

}  // namespace

void apply_profile(Configuration& configuration, ConfigurationOrigins& origins, ProfileUse use) {
  if (!(use.credentials || use.endpoint)) return;
  ProfileSearch search = find_profile(use);
  configuration.warnings = std::move(search.warnings);
  for (std::string& place : search.places) origins.look_at(std::move(place));
  if (!search.profile) return;

  Profile& profile = *search.profile;
  std::string source = search.file;
  if (!profile.name.empty()) source = "profile \"" + printable(profile.name) + "\" in " + source;
  if (use.credentials && profile.name.empty()) {
    configuration.warnings.push_back(
        search.file + " names no currentProfile, so no credentials were taken from it");
  }
  if (use.credentials) take_credentials(configuration, profile, source, origins);
  if (use.endpoint) take_endpoint(configuration, profile, source, origins);
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
