// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ionoscloud/container_registry/configuration.hpp>

#include "profile/profile.hpp"
#include "runtime/configuration_origins.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {

/// Sets what the user's profile file says. Throws `ConfigurationException`.
void apply_profile(Configuration& configuration, ConfigurationOrigins& origins, ProfileUse use);

}  // namespace v0
}  // namespace ionoscloud::container_registry
