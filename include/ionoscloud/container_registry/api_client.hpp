// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include <ionoscloud/container_registry/configuration.hpp>
#include <ionoscloud/container_registry/export.hpp>

namespace ionoscloud::container_registry {
inline namespace v0 {

class ClientCore;

/// The connection to the service that the APIs share: configuration, credentials, kept connections,
/// retry budget. Make one a program and keep it.
///
/// A cheap handle: copies share everything, and any number of threads may use it at once. The last
/// copy closes the connections.
class IONOSCLOUD_CR_EXPORT ApiClient {
 public:
  /// Checks the configuration and makes a client of it. Sends nothing.
  ///
  /// Throws `ConfigurationException`, naming the field, when something in it can't work: no
  /// credentials, or two kinds of them; a host that isn't one; a file that can't be read; a limit
  /// that isn't above 0.
  explicit ApiClient(const Configuration& configuration);

  /// The core, for the library's own APIs.
  [[nodiscard]] const std::shared_ptr<ClientCore>& core() const noexcept { return core_; }

 private:
  std::shared_ptr<ClientCore> core_;
};

}  // namespace v0
}  // namespace ionoscloud::container_registry
