// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdlib>
#include <string>

namespace ionoscloud::container_registry {
inline namespace v0 {

/// A variable of the environment; empty when it isn't set, which makes no difference.
[[nodiscard]] inline std::string environment_variable(const char* name) {
  const char* const value = std::getenv(name);
  return value == nullptr ? "" : value;
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
