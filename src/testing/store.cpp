// SPDX-License-Identifier: Apache-2.0
#include "testing/store.hpp"

#include "testing/account.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace testing::stub {

void Store::add_registry(const std::string& id) {
  if (registries.has(id)) return;
  const std::string name = "registry-" + std::to_string(registries.size() + 1);
  registries.add(id, name, {id, name, created_now("Running"), Tokens(random)});
}

}  // namespace testing::stub
}  // namespace v0
}  // namespace ionoscloud::container_registry
