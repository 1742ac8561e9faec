// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <mutex>
#include <string>

#include <ionoscloud/container_registry/models/resource.hpp>

#include "testing/collection.hpp"
#include "testing/random_text.hpp"
#include "testing/tokens.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace testing::stub {

/// A registry, with what is in it.
struct Registry {
  std::string id;
  std::string name;
  ApiResourceMetadata metadata;
  Tokens tokens;
};

/// All that the stub keeps. A thread holds `mutex` for as long as it uses the rest.
struct Store {
  std::mutex mutex;
  RandomText random;
  Collection<Registry> registries{"there is no registry of this id"};

  /// Does nothing when it is there.
  void add_registry(const std::string& id);
};

}  // namespace testing::stub
}  // namespace v0
}  // namespace ionoscloud::container_registry
