// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

#include <ionoscloud/container_registry/export.hpp>
#include <ionoscloud/container_registry/models/model_list.hpp>
#include <ionoscloud/container_registry/open_enum.hpp>
#include <ionoscloud/container_registry/timestamp.hpp>

/// @file
/// What the API's resources have in common.

namespace ionoscloud::container_registry {
inline namespace v0 {

/// The state of a resource: for a token its status, for a registry how far its creation is.
struct ResourceState : OpenEnum<ResourceState> {
  using OpenEnum::OpenEnum;
  /// Of a token: in use.
  static constexpr Known enabled{"enabled"};
  /// Of a token: out of use.
  static constexpr Known disabled{"disabled"};
  /// Of a registry: created a moment ago.
  static constexpr Known just_created{"New"};
  /// Of a registry: it has no storage yet.
  static constexpr Known waiting_for_storage{"WaitingForStorage"};
  /// Of a registry: ready for images.
  static constexpr Known running{"Running"};
};

/// Who made and changed a resource, and when. Schema `ApiResourceMetadata`.
struct ApiResourceMetadata {
  /// The account that created it, as a mail address.
  std::string created_by;
  /// The id of that account.
  std::string created_by_user_id;
  /// When it was created.
  Timestamp created_date;
  /// The account that changed it last; nothing if it never was.
  std::optional<std::string> last_modified_by;
  /// The id of that account.
  std::optional<std::string> last_modified_by_user_id;
  /// When it was changed last.
  std::optional<Timestamp> last_modified_date;
  /// Its state.
  ResourceState state;
};

/// The links of a page. They are addresses that the service wrote: this library never follows them,
/// and whoever does should check the host first. Schema `PaginationLinks`.
struct PaginationLinks {
  /// The next page. Empty text or nothing on the last one.
  std::optional<std::string> next;
  /// The page before. Empty text or nothing on the first one.
  std::optional<std::string> previous;
  /// This page.
  std::optional<std::string> self;
};

}  // namespace v0
}  // namespace ionoscloud::container_registry

/// @cond
// Hashed by their texts.
namespace std {
template <>
struct hash<ionoscloud::container_registry::ResourceState>
    : ionoscloud::container_registry::TextHash<ionoscloud::container_registry::ResourceState> {};
}  // namespace std
/// @endcond
