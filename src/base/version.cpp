// SPDX-License-Identifier: Apache-2.0
#include <ionoscloud/container_registry/version.hpp>

#define IONOSCLOUD_CR_TEXT_OF(number) #number
#define IONOSCLOUD_CR_TEXT(number) IONOSCLOUD_CR_TEXT_OF(number)

namespace ionoscloud::container_registry {
inline namespace v0 {

std::string_view version() noexcept {
  return IONOSCLOUD_CR_TEXT(IONOSCLOUD_CR_VERSION_MAJOR) "." IONOSCLOUD_CR_TEXT(
      IONOSCLOUD_CR_VERSION_MINOR) "." IONOSCLOUD_CR_TEXT(IONOSCLOUD_CR_VERSION_PATCH);
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
