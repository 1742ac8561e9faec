// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include <ionoscloud/container_registry/api_client.hpp>
#include <ionoscloud/container_registry/api_response.hpp>
#include <ionoscloud/container_registry/call_options.hpp>
#include <ionoscloud/container_registry/export.hpp>
#include <ionoscloud/container_registry/identifiers.hpp>
#include <ionoscloud/container_registry/models/registry.hpp>

namespace ionoscloud::container_registry {
inline namespace v0 {

/// Registries: what keeps the images, and whose host name `docker login` takes.
///
/// A cheap handle on the core that it shares with its `ApiClient`, copyable, and safe to use from
/// any number of threads at once. Forms, options and exceptions are as in `TokensApi`.
class IONOSCLOUD_CR_EXPORT RegistriesApi {
 public:
  /// The registries of the account that `client` logs in with.
  explicit RegistriesApi(const ApiClient& client);

  /// Reads a registry: its state, and once it runs its host name.
  /// API: `GET /registries/{registryId}`.
  ///
  /// @param registry_id the id of the registry
  /// @param options     the deadline and more, for this call
  /// @return the registry
  /// @throws NotFoundException when there is no such registry, and what every operation throws
  [[nodiscard]] RegistryResponse registries_find_by_id(const RegistryId& registry_id,
                                                       const CallOptions& options = {}) const;

  /// `registries_find_by_id`, and how the response came.
  [[nodiscard]] ApiResponse<RegistryResponse> registries_find_by_id_with_http_info(
      const RegistryId& registry_id, const CallOptions& options = {}) const;

 private:
  std::shared_ptr<ClientCore> core_;
};

}  // namespace v0
}  // namespace ionoscloud::container_registry
