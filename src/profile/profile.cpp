// SPDX-License-Identifier: Apache-2.0
#include "profile/profile.hpp"

#include <yaml-cpp/yaml.h>

#include <atomic>
#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

#include "base/ascii.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

/// The name of this API among the products of an environment.
constexpr std::string_view product_name = "containerregistry";

/// A value of the text, with its path: `profiles[1].credentials`.
class Entry {
 public:
  Entry(YAML::Node node, std::string place) : node_(std::move(node)), place_(std::move(place)) {}

  [[nodiscard]] bool is_there() const { return node_.IsDefined() && !node_.IsNull(); }

  [[noreturn]] void reject(std::string_view problem) const {
    throw ProfileError{place_, std::string(problem)};
  }

  /// A member of a map.
  [[nodiscard]] Entry operator[](const char* name) const {
    std::string place = place_.empty() ? name : place_ + "." + name;
    if (!is_there()) return {YAML::Node(YAML::NodeType::Undefined), std::move(place)};
    if (!node_.IsMap()) reject("must have members of its own, such as " + std::string(name));
    Entry member(YAML::Node(YAML::NodeType::Undefined), std::move(place));
    bool found = false;
    // yaml-cpp keeps duplicate members and returns the first.
    for (const auto& pair : node_) {
      if (!pair.first.IsScalar() || pair.first.Scalar() != name) continue;
      if (found) member.reject("must be there once only");
      found = true;
      member.node_.reset(pair.second);
    }
    return member;
  }

  /// A text, unchanged; empty when it isn't there.
  [[nodiscard]] std::string whole_text() const {
    if (!is_there()) return "";
    if (!node_.IsScalar()) reject("must be text");
    return node_.Scalar();
  }

  /// A text, without white space at its ends; empty when it isn't there.
  [[nodiscard]] std::string text() const { return std::string(ascii::trim(whole_text())); }

  [[nodiscard]] bool is_true() const {
    bool value = false;
    if (is_there() && (!node_.IsScalar() || !YAML::convert<bool>::decode(node_, value))) {
      reject("must be true or false");
    }
    return value;
  }

  /// The elements of a list; empty when it isn't there.
  [[nodiscard]] std::vector<Entry> list() const {
    std::vector<Entry> entries;
    if (!is_there()) return entries;
    if (!node_.IsSequence()) reject("must be a list");
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

/// The element of a list with that name. Throws when two elements have it.
[[nodiscard]] std::optional<Entry> find(const Entry& list, std::string_view name) {
  std::optional<Entry> found;
  for (const Entry& entry : list.list()) {
    if (!is_named(entry, name)) continue;
    if (found) entry["name"].reject("must be a name that no other has");
    found = entry;
  }
  return found;
}

/// The endpoint without a location: this API has one host for all of them.
[[nodiscard]] std::optional<Entry> endpoint_of(const Entry& product, Profile& profile) {
  std::optional<Entry> first;
  bool is_alone = true;
  for (const Entry& endpoint : product["endpoints"].list()) {
    if (!endpoint["location"].text().empty()) continue;
    is_alone = !first;
    if (!first) first = endpoint;
  }
  if (!is_alone)
    profile.warnings.push_back("has several endpoints for this API; the first is used");
  return first;
}

void take_endpoint(const Entry& environment, const Entry& endpoint, Profile& profile) {
  if (endpoint["skipTlsVerify"].is_true()) {
    endpoint["skipTlsVerify"].reject(
        "must not be true: certificates are always checked; name the authority to trust in "
        "certificateAuthData");
  }
  profile.endpoint = endpoint["name"].text();
  profile.ca_pem = endpoint["certificateAuthData"].text();
  if (profile.ca_pem.empty()) profile.ca_pem = environment["certificateAuthData"].text();
}

/// Whether any environment has an endpoint for this API.
[[nodiscard]] bool has_product(const Entry& environments) {
  for (const Entry& environment : environments.list()) {
    if (find(environment["products"], product_name)) return true;
  }
  return false;
}

/// Uses no environment that isn't named: credentials would go to an arbitrary host.
void take_environment(const Entry& environments, const Entry& name, Profile& profile) {
  if (name.text().empty()) {
    profile.no_endpoint = "names no environment";
    if (!has_product(environments)) return;
    profile.warnings.push_back(
        "names no environment for its profile, so none of its endpoints is used");
    return;
  }
  const auto environment = find(environments, name.text());
  if (!environment) {
    if (!environments.list().empty()) {
      name.reject("must be the name of one of the environments");
    }
    profile.no_endpoint = "names an environment that the file doesn't have";
    profile.warnings.push_back("has no environments, so the service's own endpoint is used");
    return;
  }
  profile.no_endpoint = "names an environment without an endpoint for this API";
  const auto product = find((*environment)["products"], product_name);
  const auto endpoint = product ? endpoint_of(*product, profile) : std::nullopt;
  if (endpoint) take_endpoint(*environment, *endpoint, profile);
}

/// Unchecked: all credentials are checked in one place, wherever they come from.
void take_credentials(const Entry& credentials, Profile& profile) {
  profile.token = Secret(credentials["token"].whole_text());
  profile.username = credentials["username"].whole_text();
  profile.password = Secret(credentials["password"].whole_text());
}

/// The profile to use; no value when neither the caller nor the file names one.
[[nodiscard]] std::optional<Entry> profile_of(const Entry& root, const std::string& current) {
  const Entry profiles = root["profiles"];
  if (!current.empty()) {
    auto profile = find(profiles, current);
    if (!profile) profiles.reject("must have the one that IONOS_CURRENT_PROFILE names");
    return profile;
  }
  const Entry name = root["currentProfile"];
  if (name.text().empty()) return std::nullopt;
  auto profile = find(profiles, name.text());
  if (!profile) name.reject("must be the name of one of the profiles");
  return profile;
}

Profile read(const Entry& root, const std::string& current, ProfileUse use) {
  Profile profile;
  const std::optional<Entry> chosen = profile_of(root, current);
  const Entry no_entry(YAML::Node(YAML::NodeType::Undefined), "");
  if (chosen) profile.name = (*chosen)["name"].text();
  if (chosen && use.credentials) take_credentials((*chosen)["credentials"], profile);
  if (use.endpoint) {
    take_environment(root["environments"], chosen ? (*chosen)["environment"] : no_entry, profile);
  }
  return profile;
}

/// The static objects of yaml-cpp. yaml-cpp makes each on first use, so they are destroyed before
/// older objects of the program; from then on, reading a profile fails.
class YamlObjects {
 public:
  /// Makes all of them, by reading a text that uses all of YAML.
  YamlObjects() {
    static_cast<void>(YAML::Load(
        "%YAML 1.2\n---\n# c\na: &x !t 'it''s'\n"
        "b: [*x, \"\\x41\\u0041\\\n  z\", {c: d, ? e : f, \"g\":h}]\n"
        "? k\n: - l\n  - |+2\n    m\n  - >-\n    n\n  - !<tag:x> o\n  - p q # r\n...\n"));
  }
  YamlObjects(const YamlObjects&) = delete;
  YamlObjects& operator=(const YamlObjects&) = delete;
  ~YamlObjects() { gone_ = true; }

  static void require() {
    static const YamlObjects objects;
    if (gone_) throw ProfileError{"the file", "can't be read any more: the process is ending"};
  }

 private:
  static inline std::atomic<bool> gone_{false};
};

/// The only document of a text. Throws when there are several, because only one would be used.
YAML::Node root_of(const std::string& text) {
  YamlObjects::require();
  std::vector<YAML::Node> documents = YAML::LoadAll(text);
  if (documents.size() > 1)
    throw ProfileError{"the file", "must be one YAML document, not several"};
  return documents.empty() ? YAML::Node() : documents.front();
}

}  // namespace

std::optional<Profile> read_profile(const std::string& text, const std::string& current,
                                    ProfileUse use) {
  YAML::Node root;
  try {
    root = root_of(text);
  } catch (const YAML::Exception& error) {
    // Without its message, which may quote the text.
    throw ProfileError{"line " + std::to_string(error.mark.line + 1), "is not YAML"};
  }
  if (!root.IsNull() && !root.IsMap()) {
    throw ProfileError{"the file", "must have members, such as currentProfile"};
  }
  try {
    return read(Entry(root, ""), current, use);
  } catch (const YAML::Exception&) {
    throw ProfileError{"the file", "is not a profile file"};
  }
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
