// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>

#include <nlohmann/json.hpp>

/// @file
/// Bodies as the service returns them, written by another JSON library than the one that is tested.

namespace ionoscloud::container_registry {
inline namespace v0 {

/// Of a resource that was never changed.
inline nlohmann::json metadata_json(const std::string& state) {
  return {{"createdBy", "dev@example.com"},
          {"createdByUserId", "87f9a82e-b28d-49ed-9d04-fba2c0459cd3"},
          {"createdDate", "2026-03-01T09:30:00Z"},
          {"lastModifiedBy", nullptr},
          {"lastModifiedByUserId", nullptr},
          {"lastModifiedDate", nullptr},
          {"state", state}};
}

/// A registry that runs.
inline nlohmann::json registry_json(const std::string& id, const std::string& name) {
  return {{"id", id},
          {"type", "registry"},
          {"href", ""},
          {"metadata", metadata_json("Running")},
          {"properties",
           {{"name", name},
            {"location", "de/fra"},
            {"hostname", name + ".cr.de-fra.ionos.com"},
            {"garbageCollectionSchedule", nullptr},
            {"storageUsage", {{"bytes", 389}, {"updatedAt", "2026-03-01T10:00:00Z"}}},
            {"features", {{"vulnerabilityScanning", {{"enabled", true}}}}},
            {"apiSubnetAllowList", nlohmann::json::array()}}}};
}

/// A token; its password is blank unless it was just created.
inline nlohmann::json token_json(const std::string& id, const std::string& name,
                                 const std::string& password = "") {
  return {{"id", id},
          {"type", "token"},
          {"href", ""},
          {"metadata", metadata_json("enabled")},
          {"properties",
           {{"name", name},
            {"status", "enabled"},
            {"expiryDate", "2027-03-01T00:00:00Z"},
            {"scopes", {{{"type", "repository"}, {"name", "team/app"}, {"actions", {"pull"}}}}},
            {"credentials", {{"username", name}, {"password", password}}}}}};
}

/// A page that holds these tokens of `total` ones.
inline nlohmann::json page_json(const nlohmann::json& items, std::int64_t offset,
                                std::int64_t limit, std::int64_t total) {
  return {{"id", "tokens"},
          {"type", "collection"},
          {"href", ""},
          {"items", items},
          {"offset", offset},
          {"limit", limit},
          {"count", items.size()},
          {"total", total},
          {"_links", {{"self", ""}, {"next", ""}, {"previous", ""}}}};
}

/// An error with one complaint.
inline nlohmann::json error_json(int status, const std::string& code, const std::string& message) {
  return {{"httpStatus", status}, {"messages", {{{"errorCode", code}, {"message", message}}}}};
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
