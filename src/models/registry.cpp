// SPDX-License-Identifier: Apache-2.0
#include <ionoscloud/container_registry/models/registry.hpp>

#include "base/ascii.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {

bool is_running(const RegistryResponse& registry) noexcept {
  const auto& hostname = registry.properties.hostname;
  return hostname && !hostname->empty() &&
         ascii::equal_ignoring_case(registry.metadata.state.text(), ResourceState::running.text);
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
