// SPDX-License-Identifier: Apache-2.0
#include <ionoscloud/container_registry/models/token.hpp>

namespace ionoscloud::container_registry {
inline namespace v0 {

bool PutTokenOutput::created() const noexcept {
  constexpr int created_status = 201;
  return http_status == created_status ||
         (properties.credentials && !properties.credentials->password.empty());
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
