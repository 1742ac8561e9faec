// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <ionoscloud/container_registry/export.hpp>
#include <ionoscloud/container_registry/identifiers.hpp>
#include <ionoscloud/container_registry/models/model_list.hpp>
#include <ionoscloud/container_registry/models/resource.hpp>
#include <ionoscloud/container_registry/open_enum.hpp>
#include <ionoscloud/container_registry/timestamp.hpp>

/// @file
/// Registries as the service returns them.

namespace ionoscloud::container_registry {
inline namespace v0 {

/// A day of the week.
struct Day : OpenEnum<Day> {
  using OpenEnum::OpenEnum;
  /// Monday.
  static constexpr Known monday{"Monday"};
  /// Tuesday.
  static constexpr Known tuesday{"Tuesday"};
  /// Wednesday.
  static constexpr Known wednesday{"Wednesday"};
  /// Thursday.
  static constexpr Known thursday{"Thursday"};
  /// Friday.
  static constexpr Known friday{"Friday"};
  /// Saturday.
  static constexpr Known saturday{"Saturday"};
  /// Sunday.
  static constexpr Known sunday{"Sunday"};
};

/// When something is done each week. Schema `WeeklySchedule`.
struct WeeklySchedule {
  /// The days.
  std::vector<Day> days;
  /// The time of day, UTC, such as `01:23:00+00:00`.
  std::string time;
};

/// How much a registry stores. Schema `StorageUsage`.
struct StorageUsage {
  /// Bytes; not set while the service hasn't counted them.
  std::optional<std::int64_t> bytes;
  /// When the service counted them.
  std::optional<Timestamp> updated_at;
};

/// Whether images are scanned for vulnerabilities. Schema `FeatureVulnerabilityScanning`; its
/// `properties`, whose members no source names, are not read.
struct FeatureVulnerabilityScanning {
  /// Scanning is charged for. It can't be switched off once it is on.
  bool enabled = false;
};

/// The features of a registry. Schema `RegistryFeatures`.
struct RegistryFeatures {
  /// Not set where the service doesn't say.
  std::optional<FeatureVulnerabilityScanning> vulnerability_scanning;
};

/// What a registry is. Schema `RegistryProperties`.
struct RegistryProperties {
  /// Its name, unique among the registries of all customers, and final.
  std::string name;
  /// Where it is, such as `de/fra`.
  std::string location;
  /// The host that `docker login` and image names take; empty or not set until the registry runs.
  std::optional<std::string> hostname;
  /// When the service deletes what no image refers to any more.
  std::optional<WeeklySchedule> garbage_collection_schedule;
  /// How much it stores.
  std::optional<StorageUsage> storage_usage;
  /// Its features.
  std::optional<RegistryFeatures> features;
  /// The networks, in CIDR notation, that may use it; empty for all.
  std::vector<std::string> api_subnet_allow_list;
};

/// A registry. Schema `RegistryResponse`.
struct RegistryResponse {
  /// Its id, in every response seen so far, though the contract lets it be missing.
  std::optional<RegistryId> id;
  /// `registry`.
  std::optional<std::string> type;
  /// Its address as the service writes it; often empty text. This library never follows it.
  std::optional<std::string> href;
  /// Who created and changed it, and when; and its state.
  ApiResourceMetadata metadata;
  /// What it is.
  RegistryProperties properties;
};

/// Whether images can be pushed to and pulled from the registry: its state is `Running`, in any
/// case of its letters, and it has a host name.
[[nodiscard]] IONOSCLOUD_CR_EXPORT bool is_running(const RegistryResponse& registry) noexcept;

}  // namespace v0
}  // namespace ionoscloud::container_registry

/// @cond
// Hashed by their texts.
namespace std {
template <>
struct hash<ionoscloud::container_registry::Day>
    : ionoscloud::container_registry::TextHash<ionoscloud::container_registry::Day> {};
}  // namespace std
/// @endcond
