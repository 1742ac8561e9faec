// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include <ionoscloud/container_registry/export.hpp>
#include <ionoscloud/container_registry/models/model_list.hpp>
#include <ionoscloud/container_registry/open_enum.hpp>

namespace ionoscloud::container_registry {
inline namespace v0 {

/// What kind of thing a scope names.
struct ScopeType : OpenEnum<ScopeType> {
  using OpenEnum::OpenEnum;
  /// A repository of the registry.
  static constexpr Known repository{"repository"};
  /// The registry itself.
  static constexpr Known registry{"registry"};
};

/// What a scope allows.
struct ScopeAction : OpenEnum<ScopeAction> {
  using OpenEnum::OpenEnum;
  /// To fetch images.
  static constexpr Known pull{"pull"};
  /// To store images.
  static constexpr Known push{"push"};
  /// To delete images: `delete` on the wire.
  static constexpr Known remove{"delete"};
  /// To list what is there.
  static constexpr Known list{"list"};
  /// Everything: `*` on the wire.
  static constexpr Known all{"*"};
};

/// One permission of a token. Schema `Scope`.
///
///     cr::Scope{cr::ScopeType::repository, "team/app", {cr::ScopeAction::pull}}
struct Scope {
  /// The kind of thing that `name` names.
  ScopeType type;
  /// The repository that is meant; `*` where the service allows it.
  std::string name;
  /// What may be done there. The wire's null reads as an empty list.
  std::vector<ScopeAction> actions;
};

}  // namespace v0
}  // namespace ionoscloud::container_registry

/// @cond
// Hashed by their texts.
namespace std {
template <>
struct hash<ionoscloud::container_registry::ScopeType>
    : ionoscloud::container_registry::TextHash<ionoscloud::container_registry::ScopeType> {};
template <>
struct hash<ionoscloud::container_registry::ScopeAction>
    : ionoscloud::container_registry::TextHash<ionoscloud::container_registry::ScopeAction> {};
}  // namespace std
/// @endcond
