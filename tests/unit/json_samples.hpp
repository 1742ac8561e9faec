// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <gtest/gtest.h>

#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include <ionoscloud/container_registry/models.hpp>

/// @file
/// A sample of each model in which every member has a value, and ways to change it member by
/// member. They are made by another JSON library than the one that is tested.

namespace ionoscloud::container_registry {
inline namespace v0 {

using Json = nlohmann::ordered_json;

/// A list of types that grows by `+`, as `Models` is made of the library's list.
template <class... Each>
struct TypeList {
  using Types = testing::Types<Each...>;
};
template <class... Each, class Model>
TypeList<Each..., Model> operator+(TypeList<Each...>, TypeList<Model>);

#define IONOSCLOUD_CR_ADD(Model) +TypeList<Model>()
using Models = decltype(TypeList<>() IONOSCLOUD_CR_FOR_EACH_MODEL(IONOSCLOUD_CR_ADD))::Types;
#undef IONOSCLOUD_CR_ADD

/// Names the tests of a suite over `Models`.
struct ModelNames {
  template <class>
  static std::string GetName(int index) {
#define IONOSCLOUD_CR_NAME(Model) #Model,
    constexpr std::array names = {IONOSCLOUD_CR_FOR_EACH_MODEL(IONOSCLOUD_CR_NAME)};
#undef IONOSCLOUD_CR_NAME
    return names.at(static_cast<std::size_t>(index));
  }
};

/// Chooses a sample.
template <class Model>
struct SampleOf {};

inline Json sample(SampleOf<Scope>) {
  return {{"type", "repository"}, {"name", "team/app"}, {"actions", {"pull", "push"}}};
}
inline Json sample(SampleOf<Credentials>) {
  return {{"username", "ci-pull"}, {"password", "hunter2 hunter2"}};
}
inline Json sample(SampleOf<PaginationLinks>) {
  return {{"self", "/tokens?offset=2"}, {"next", "/tokens?offset=4"}, {"previous", "/tokens"}};
}
inline Json sample(SampleOf<ApiResourceMetadata>) {
  return {{"createdBy", "dev@example.com"},
          {"createdByUserId", "87f9a82e-b28d-49ed-9d04-fba2c0459cd3"},
          {"createdDate", "2026-03-01T09:30:00Z"},
          {"lastModifiedBy", "ops@example.com"},
          {"lastModifiedByUserId", "1d6b7e0c-3f52-4c8e-8a19-6be2d94a7f05"},
          {"lastModifiedDate", "2026-03-02T10:00:00Z"},
          {"state", "enabled"}};
}
inline Json sample(SampleOf<TokenProperties>) {
  return {{"name", "ci-pull"},
          {"status", "disabled"},
          {"expiryDate", "2027-03-01T00:00:00Z"},
          {"scopes", Json::array({sample(SampleOf<Scope>{}), sample(SampleOf<Scope>{})})},
          {"credentials", sample(SampleOf<Credentials>{})}};
}
inline Json sample(SampleOf<TokenResponse>) {
  return {{"id", "9f3c1d52-7e84-4a0b-b6d9-5c2f10e8d713"},
          {"type", "token"},
          {"href", "https://api.example.com/tokens/9f3c1d52"},
          {"metadata", sample(SampleOf<ApiResourceMetadata>{})},
          {"properties", sample(SampleOf<TokenProperties>{})}};
}
inline Json sample(SampleOf<PostTokenOutput>) { return sample(SampleOf<TokenResponse>{}); }
inline Json sample(SampleOf<PutTokenOutput>) { return sample(SampleOf<TokenResponse>{}); }
inline Json sample(SampleOf<TokensResponse>) {
  const Json token = sample(SampleOf<TokenResponse>{});
  return {{"id", "tokens"},
          {"type", "collection"},
          {"href", "https://api.example.com/tokens"},
          {"items", Json::array({token, token})},
          {"offset", 2},
          {"limit", 100},
          {"count", 1},
          {"total", 9'007'199'254'740'993},
          {"_links", sample(SampleOf<PaginationLinks>{})}};
}
inline Json sample(SampleOf<PostTokenProperties>) {
  Json properties = sample(SampleOf<TokenProperties>{});
  properties.erase("credentials");
  return properties;
}
inline Json sample(SampleOf<PostTokenInput>) {
  return {{"properties", sample(SampleOf<PostTokenProperties>{})}};
}
inline Json sample(SampleOf<PutTokenInput>) { return sample(SampleOf<PostTokenInput>{}); }
inline Json sample(SampleOf<PatchTokenInput>) {
  Json properties = sample(SampleOf<PostTokenProperties>{});
  properties.erase("name");
  return properties;
}

inline Json sample(SampleOf<WeeklySchedule>) {
  return {{"days", {"Monday", "Sunday"}}, {"time", "01:23:00+00:00"}};
}
inline Json sample(SampleOf<StorageUsage>) {
  return {{"bytes", 9'007'199'254'740'993}, {"updatedAt", "2026-03-01T10:00:00Z"}};
}
inline Json sample(SampleOf<FeatureVulnerabilityScanning>) { return {{"enabled", true}}; }
inline Json sample(SampleOf<RegistryFeatures>) {
  return {{"vulnerabilityScanning", sample(SampleOf<FeatureVulnerabilityScanning>{})}};
}
inline Json sample(SampleOf<RegistryProperties>) {
  return {{"name", "registry-1"},
          {"location", "de/fra"},
          {"hostname", "registry-1.cr.de-fra.example.com"},
          {"garbageCollectionSchedule", sample(SampleOf<WeeklySchedule>{})},
          {"storageUsage", sample(SampleOf<StorageUsage>{})},
          {"features", sample(SampleOf<RegistryFeatures>{})},
          {"apiSubnetAllowList", {"192.0.2.0/24", "198.51.100.7/32"}}};
}
inline Json sample(SampleOf<RegistryResponse>) {
  return {{"id", "4b8d2f0e-6c1a-4f3b-9a57-0d2c8e1f7a60"},
          {"type", "registry"},
          {"href", "https://api.example.com/registries/4b8d2f0e"},
          {"metadata", sample(SampleOf<ApiResourceMetadata>{})},
          {"properties", sample(SampleOf<RegistryProperties>{})}};
}

/// The sample of a model.
template <class Model>
Json sample() {
  return sample(SampleOf<Model>{});
}

/// A member of an object, or an element of a list, somewhere in a JSON value.
struct Place {
  Json::json_pointer pointer = Json::json_pointer();
  std::string path = "$";
};

/// Every place in a value, outer ones first.
inline std::vector<Place> places(const Json& value, const Place& at = Place()) {
  std::vector<Place> found;
  const auto add = [&](const Place& place, const Json& inner) {
    found.push_back(place);
    for (Place& deeper : places(inner, place)) found.push_back(std::move(deeper));
  };
  if (value.is_object()) {
    for (const auto& [name, inner] : value.items()) {
      add({at.pointer / name, at.path + "." + name}, inner);
    }
  } else if (value.is_array()) {
    for (std::size_t i = 0; i < value.size(); ++i) {
      add({at.pointer / i, at.path + "[" + std::to_string(i) + "]"}, value[i]);
    }
  }
  return found;
}

/// Whether a place is a member of an object.
inline bool is_member(const Json& whole, const Place& place) {
  return whole.at(place.pointer.parent_pointer()).is_object();
}

/// Whether the API's description has a place always filled, as it has every element of a list.
template <class Model>
bool is_required(const Place& place) {
  const Json whole = sample<Model>();
  if (!is_member(whole, place)) return true;
  const std::string& name = place.pointer.back();
  if (name == "type") return whole.at(place.pointer.parent_pointer()).contains("actions");
  if (std::is_same_v<Model, PatchTokenInput> && name == "name") return true;
  for (const char* required :
       {"name", "createdBy", "createdByUserId", "createdDate", "state", "metadata", "properties",
        "offset", "limit", "count", "total", "_links", "location", "time", "enabled"}) {
    if (name == required) return true;
  }
  return false;
}

/// Another value of the same kind that is as good.
inline Json another(const Json& value) {
  if (value.is_boolean()) return !value.get<bool>();
  if (value.is_number()) return 77;
  if (value.is_string()) {
    const bool date = value.get<std::string>().find("T00:") != std::string::npos ||
                      value.get<std::string>().find("00Z") != std::string::npos;
    return date ? "2001-02-03T04:05:06Z" : "another";
  }
  Json changed = value;
  for (Json& inner : changed) inner = another(inner);
  if (changed.is_array()) changed.push_back(changed.front());
  return changed;
}

/// The members of all objects in reversed order.
inline Json reversed(const Json& value) {
  if (value.is_array()) {
    Json list = Json::array();
    for (const Json& element : value) list.push_back(reversed(element));
    return list;
  }
  if (!value.is_object()) return value;
  std::vector<std::pair<std::string, Json>> members;
  for (const auto& [name, inner] : value.items()) members.emplace_back(name, reversed(inner));
  Json object = Json::object();
  for (auto member = members.rbegin(); member != members.rend(); ++member) {
    object[member->first] = std::move(member->second);
  }
  return object;
}

/// The text of `value` with the one occurrence of `marker` replaced.
inline std::string with_replaced(const Json& value, std::string_view marker,
                                 std::string_view replacement) {
  std::string text = value.dump();
  text.replace(text.find(marker), marker.size(), replacement);
  return text;
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
