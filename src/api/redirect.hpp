// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include <ionoscloud/container_registry/transport.hpp>

namespace ionoscloud::container_registry {
inline namespace v0 {

/// Where a response redirects to, for people: its `Location` without user, parameters, query and
/// fragment, in which secrets travel. Empty for a response that doesn't.
[[nodiscard]] std::string redirect_of(const HttpResponse& response);

}  // namespace v0
}  // namespace ionoscloud::container_registry
