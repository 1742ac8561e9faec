// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include <ionoscloud/container_registry/configuration.hpp>

namespace ionoscloud::container_registry {
inline namespace v0 {

/// Who logs in, by what the configuration says. Throws `ConfigurationException` when nobody does,
/// or when a credential can't be one: it is refused, with what to remove, and never changed.
[[nodiscard]] std::shared_ptr<CredentialsProvider> make_credentials(
    const Configuration& configuration);

/// The user name of a configuration, as it is sent: without blanks and quotes around it.
[[nodiscard]] std::string_view username_of(const Configuration& configuration) noexcept;

}  // namespace v0
}  // namespace ionoscloud::container_registry
