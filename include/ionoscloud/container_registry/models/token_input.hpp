// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <ionoscloud/container_registry/export.hpp>
#include <ionoscloud/container_registry/field.hpp>
#include <ionoscloud/container_registry/models/model_list.hpp>
#include <ionoscloud/container_registry/models/scope.hpp>
#include <ionoscloud/container_registry/models/token.hpp>
#include <ionoscloud/container_registry/timestamp.hpp>

/// @file
/// Tokens as they are sent to the service.

namespace ionoscloud::container_registry {
inline namespace v0 {

/// What a new token is to be. Schema `PostTokenProperties`.
struct PostTokenProperties {
  /// Its name, unique in the registry and final: a letter, then letters, digits and `-`, a letter
  /// or digit at the end, 2 to 63 characters. The service judges it; only empty text is refused
  /// here.
  std::string name;
  /// Whether its credentials work; left out, the service decides (`enabled`).
  std::optional<TokenStatus> status;
  /// When its credentials stop working; left out means never. Sent in whole seconds.
  std::optional<Timestamp> expiry_date;
  /// What it may do; left out, it may do nothing yet.
  std::optional<std::vector<Scope>> scopes;
};

/// The body of a POST. Schema `PostTokenInput`.
struct PostTokenInput {
  /// What the token is to be.
  PostTokenProperties properties;
};

/// The body of a PUT: the whole token, so whatever it leaves out goes back to its default.
/// Schema `PutTokenInput`.
struct PutTokenInput {
  /// What the token is to be. The name of an existing token can't be changed.
  PostTokenProperties properties;
};

/// The body of a PATCH: members that are absent keep their value. One of them must be there.
/// Schema `PatchTokenInput`.
struct PatchTokenInput {
  /// Whether its credentials work. The API has no null for it.
  std::optional<TokenStatus> status;
  /// When its credentials stop working; null removes the date, so that they work for ever.
  Field<Timestamp> expiry_date;
  /// What it may do. Replaces the whole list: two writers who each read, add and write it lose one
  /// another's scopes, and the API has nothing to guard against that.
  Field<std::vector<Scope>> scopes;
};

}  // namespace v0
}  // namespace ionoscloud::container_registry
