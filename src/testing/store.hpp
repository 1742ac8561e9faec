// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <mutex>
#include <string>

#include <ionoscloud/container_registry/models/resource.hpp>

#include "testing/collection.hpp"
#include "testing/generated_values.hpp"
#include "testing/tokens.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace testing::stub {

/// A registry with its tokens.
struct Registry {
  std::string id;
  std::string name;
  ApiResourceMetadata metadata;
  Tokens tokens;
};

/// All data of the stub. A thread must hold `mutex` while it uses the other members.
struct Store {
  std::mutex mutex;
  RandomText random;
  Collection<Registry> registries{"there is no registry of this id"};

  /// Does nothing when there is a registry with that id.
  void add_registry(const std::string& id) {
    if (registries.has(id)) return;
    const std::string name = "registry-" + std::to_string(registries.size() + 1);
    registries.add(id, name, {id, name, created_now("Running"), Tokens(random)});
  }
};

}  // namespace testing::stub
}  // namespace v0
}  // namespace ionoscloud::container_registry
