// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include <ionoscloud/container_registry/identifiers.hpp>

namespace ionoscloud::container_registry {
inline namespace v0 {

/// A token that may exist though nobody has its password. One of a drawn name is nobody else's, and
/// may be deleted; one of a given name may be another's.
struct PossibleOrphan {
  /// Its name.
  std::string name;
  /// Its id, as a token of that name has it. Empty where none was found, which doesn't mean that
  /// none will be there: a lost request may arrive late.
  TokenId id;
};

}  // namespace v0
}  // namespace ionoscloud::container_registry
