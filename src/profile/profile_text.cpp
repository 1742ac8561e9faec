// SPDX-License-Identifier: Apache-2.0
#include "profile/profile_text.hpp"

#include <yaml-cpp/yaml.h>

#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

#include "base/ascii.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

/// This API among the products of an environment.
constexpr std::string_view product_name = "containerregistry";

/// A value of the text, with the way to it: `profiles[1].credentials`.
class Entry {
 public:
  Entry(YAML::Node node, std::string place) : node_(std::move(node)), place_(std::move(place)) {}

  [[nodiscard]] bool is_there() const { return node_.IsDefined() && !node_.IsNull(); }

  [[noreturn]] void refuse(std::string_view problem) const {
    throw ProfileError{place_, std::string(problem)};
  }

  /// A member of a map.
  [[nodiscard]] Entry operator[](const char* name) const {
    std::string place = place_.empty() ? name : place_ + "." + name;
    if (!is_there()) return {YAML::Node(YAML::NodeType::Undefined), std::move(place)};
    if (!node_.IsMap()) refuse("must have members of its own, such as " + std::string(name));
    return {node_[name], std::move(place)};
  }

  /// A text, without white space at its ends; empty when it isn't there.
  [[nodiscard]] std::string text() const {
    if (!is_there()) return "";
    if (!node_.IsScalar()) refuse("must be text");
    return std::string(ascii::trim(node_.Scalar()));
  }

  [[nodiscard]] bool is_true() const {
    bool value = false;
    if (is_there() && (!node_.IsScalar() || !YAML::convert<bool>::decode(node_, value))) {
      refuse("must be true or false");
    }
    return value;
  }

  /// The elements of a list; none when it isn't there.
  [[nodiscard]] std::vector<Entry> list() const {
    std::vector<Entry> entries;
    if (!is_there()) return entries;
    if (!node_.IsSequence()) refuse("must be a list");
    for (std::size_t i = 0; i < node_.size(); ++i) {
      entries.emplace_back(node_[i], place_ + "[" + std::to_string(i) + "]");
    }
    return entries;
  }

 private:
  YAML::Node node_;
  std::string place_;
};

[[nodiscard]] bool is_named(const Entry& entry, std::string_view name) {
  return ascii::equal_ignoring_case(entry["name"].text(), ascii::trim(name));
}

/// The element of a list that has the name. Two of one name are refused, whichever is meant.
[[nodiscard]] std::optional<Entry> find(const Entry& list, std::string_view name) {
  std::optional<Entry> found;
  for (const Entry& entry : list.list()) {
    if (!is_named(entry, name)) continue;
    if (found) entry["name"].refuse("must be a name that no other has");
    found = entry;
  }
  return found;
}

/// The endpoint without a location: this API has one host for all of them.
[[nodiscard]] std::optional<Entry> endpoint_of(const Entry& product) {
  for (const Entry& endpoint : product["endpoints"].list()) {
    if (endpoint["location"].text().empty()) return endpoint;
  }
  return std::nullopt;
}

void take_environment(const Entry& environment, Profile& profile) {
  const auto product = find(environment["products"], product_name);
  const auto endpoint = product ? endpoint_of(*product) : std::nullopt;
  if (!endpoint) return;
  if ((*endpoint)["skipTlsVerify"].is_true()) {
    (*endpoint)["skipTlsVerify"].refuse(
        "must not be true: certificates are always checked; name the authority to trust in "
        "certificateAuthData");
  }
  profile.endpoint = (*endpoint)["name"].text();
  profile.ca_pem = (*endpoint)["certificateAuthData"].text();
  if (profile.ca_pem.empty()) profile.ca_pem = environment["certificateAuthData"].text();
}

void take_credentials(const Entry& credentials, Profile& profile) {
  profile.token = Secret(credentials["token"].text());
  profile.username = credentials["username"].text();
  profile.password = Secret(credentials["password"].text());
}

/// The environment with that name; with none, the first that has the product.
[[nodiscard]] std::optional<Entry> environment_of(const Entry& environments, const Entry& name) {
  if (!name.text().empty()) {
    auto environment = find(environments, name.text());
    if (!environment) name.refuse("must be the name of one of the environments");
    return environment;
  }
  for (const Entry& environment : environments.list()) {
    if (find(environment["products"], product_name)) return environment;
  }
  return std::nullopt;
}

/// The profile to take; nothing when nobody says which.
[[nodiscard]] std::optional<Entry> profile_of(const Entry& root, const std::string& current) {
  const Entry profiles = root["profiles"];
  if (!current.empty()) {
    auto profile = find(profiles, current);
    if (!profile) profiles.refuse("must have the one that IONOS_CURRENT_PROFILE names");
    return profile;
  }
  const Entry name = root["currentProfile"];
  if (name.text().empty()) return std::nullopt;
  auto profile = find(profiles, name.text());
  if (!profile) name.refuse("must be the name of one of the profiles");
  return profile;
}

Profile read(const Entry& root, const std::string& current) {
  Profile profile;
  const Entry nothing(YAML::Node(YAML::NodeType::Undefined), "");
  const std::optional<Entry> chosen = profile_of(root, current);
  if (chosen) {
    profile.name = (*chosen)["name"].text();
    take_credentials((*chosen)["credentials"], profile);
  }
  const auto environment =
      environment_of(root["environments"], chosen ? (*chosen)["environment"] : nothing);
  if (environment) take_environment(*environment, profile);
  return profile;
}

}  // namespace

std::optional<Profile> read_profile(const std::string& text, const std::string& current) {
  YAML::Node root;
  try {
    root = YAML::Load(text);
  } catch (const YAML::Exception& error) {
    // Not its message, which may quote the text.
    throw ProfileError{"line " + std::to_string(error.mark.line + 1), "is not YAML"};
  }
  if (!root.IsNull() && !root.IsMap()) {
    throw ProfileError{"the file", "must have members, such as currentProfile"};
  }
  try {
    return read(Entry(root, ""), current);
  } catch (const YAML::Exception&) {
    throw ProfileError{"the file", "is not a profile file"};
  }
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
