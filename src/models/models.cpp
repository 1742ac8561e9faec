// SPDX-License-Identifier: Apache-2.0
#include <ionoscloud/container_registry/models.hpp>

#include <tuple>

#include <ionoscloud/container_registry/export.hpp>
#include <ionoscloud/container_registry/models/model_list.hpp>
#include <ionoscloud/container_registry/models/registry.hpp>
#include <ionoscloud/container_registry/models/token.hpp>

#include "base/ascii.hpp"
#include "models/member_lists.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {

template <class Model>
bool are_equal(const Model& lhs, const Model& rhs) {
  return std::apply(
      [&](const auto&... member) { return ((lhs.*member.pointer == rhs.*member.pointer) && ...); },
      members_of<Model>);
}

#define IONOSCLOUD_CR_INSTANTIATE(Model) \
  template IONOSCLOUD_CR_EXPORT bool are_equal(const Model&, const Model&);
IONOSCLOUD_CR_FOR_EACH_MODEL(IONOSCLOUD_CR_INSTANTIATE)
#undef IONOSCLOUD_CR_INSTANTIATE

bool is_running(const RegistryResponse& registry) noexcept {
  const auto& hostname = registry.properties.hostname;
  return hostname && !hostname->empty() &&
         ascii::equal_ignoring_case(registry.metadata.state.text(), ResourceState::running.text);
}

bool PutTokenOutput::created() const noexcept {
  constexpr int created_status = 201;
  return http_status == created_status ||
         (properties.credentials && !properties.credentials->password.empty());
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
