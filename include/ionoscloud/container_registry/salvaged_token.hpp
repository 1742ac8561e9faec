// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include <ionoscloud/container_registry/identifiers.hpp>
#include <ionoscloud/container_registry/secret.hpp>

namespace ionoscloud::container_registry {
inline namespace v0 {

/// What a damaged answer still held of the token that it created. Whatever wasn't found is empty.
struct SalvagedToken {
  /// The token's id, with which it can be deleted.
  TokenId id;
  /// Its login's name: the token's name.
  std::string username;
  /// Its password, as far as it arrived.
  Secret password;
  /// Whether the password arrived to its end.
  bool password_complete = false;
};

}  // namespace v0
}  // namespace ionoscloud::container_registry
