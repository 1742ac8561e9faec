// SPDX-License-Identifier: Apache-2.0
#include <ionoscloud/container_registry/registries_api.hpp>

#include <ionoscloud/container_registry/async.hpp>

#include "api/asked_id.hpp"
#include "api/begin_call.hpp"
#include "api/operations.hpp"
#include "runtime/client_core.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

ApiCall<RegistryResponse> find_by_id(const RegistryId& registry_id) {
  const Operation& operation = operations::registries_find_by_id;
  return call_for<RegistryResponse>(operation, {make_target(operation, {registry_id.text()}), ""},
                                    is_about(registry_id));
}

}  // namespace

RegistriesApi::RegistriesApi(const ApiClient& client) : core_(client.core()) {}

RegistryResponse RegistriesApi::registries_find_by_id(const RegistryId& registry_id,
                                                      const CallOptions& options) const {
  return registries_find_by_id_with_http_info(registry_id, options).value;
}

ApiResponse<RegistryResponse> RegistriesApi::registries_find_by_id_with_http_info(
    const RegistryId& registry_id, const CallOptions& options) const {
  return run(*core_, find_by_id(registry_id), options);
}

AsyncRegistriesApi::AsyncRegistriesApi(const ApiClient& client) : core_(client.core()) {}

Pending<RegistryResponse> AsyncRegistriesApi::registries_find_by_id(
    const RegistryId& registry_id, const CallOptions& options) const {
  return begin_call(*core_, find_by_id(registry_id), options);
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
