// SPDX-License-Identifier: Apache-2.0
#include <ionoscloud/container_registry/api_client.hpp>

#include "runtime/client_core.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {

ApiClient::ApiClient(const Configuration& configuration)
    : core_(std::make_shared<ClientCore>(make_client_settings(configuration), system_services())) {}

}  // namespace v0
}  // namespace ionoscloud::container_registry
