// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include <ionoscloud/container_registry/identifiers.hpp>

namespace ionoscloud::container_registry {
inline namespace v0 {

/// A token that may exist although nobody holds its password: the response to the request that may
/// have created it was lost. It does no harm; a person should delete it.
struct PossibleOrphan {
  /// Its name.
  std::string name;
  /// Its id; empty where it wasn't found, which doesn't mean that it won't be there: a lost request
  /// may arrive late.
  TokenId id;
};

}  // namespace v0
}  // namespace ionoscloud::container_registry
