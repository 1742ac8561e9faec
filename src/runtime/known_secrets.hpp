// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>
#include <vector>

#include <ionoscloud/container_registry/configuration.hpp>
#include <ionoscloud/container_registry/secret.hpp>

/// @file
/// What must not show up in a text that a service or a proxy sends back. For `redacted`, which
/// finds it with escapes in it, too.

namespace ionoscloud::container_registry {
inline namespace v0 {

/// Adds a secret, unless it is among them.
void add_secret(std::vector<Secret>& secrets, std::string_view secret);

/// Adds a password, alone and as basic authentication writes it.
void add_login(std::vector<Secret>& secrets, std::string_view username, const Secret& password);

/// Adds what the value of an `Authorization` header holds behind its scheme, and the password in
/// it. What `known` has already isn't added.
void add_authorization(std::vector<Secret>& secrets, const Secret& value,
                       const std::vector<Secret>& known);

/// The secrets of a configuration.
[[nodiscard]] std::vector<Secret> secrets_of(const Configuration& configuration);

}  // namespace v0
}  // namespace ionoscloud::container_registry
