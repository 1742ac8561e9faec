// SPDX-License-Identifier: Apache-2.0
#include <tuple>

#include <ionoscloud/container_registry/models/model_list.hpp>

#include "models/member_lists.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {

namespace {

template <class Model>
bool are_equal(const Model& lhs, const Model& rhs) {
  return std::apply(
      [&](const auto&... member) { return ((lhs.*member.pointer == rhs.*member.pointer) && ...); },
      members_of<Model>);
}

}  // namespace

#define IONOSCLOUD_CR_DEFINE(Model) \
  bool operator==(const Model& lhs, const Model& rhs) { return are_equal(lhs, rhs); }
IONOSCLOUD_CR_FOR_EACH_MODEL(IONOSCLOUD_CR_DEFINE)
#undef IONOSCLOUD_CR_DEFINE

}  // namespace v0
}  // namespace ionoscloud::container_registry
