// SPDX-License-Identifier: Apache-2.0
#include <tuple>

#include <ionoscloud/container_registry/export.hpp>
#include <ionoscloud/container_registry/models/model_list.hpp>

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

}  // namespace v0
}  // namespace ionoscloud::container_registry
