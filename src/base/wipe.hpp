// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>

namespace ionoscloud::container_registry {
inline namespace v0 {

/// Overwrites memory in a way that the optimizer may not drop.
void wipe(void* memory, std::size_t size) noexcept;

/// Overwrites all that `text` has room for, what it held before included, and leaves it empty.
void wipe(std::string& text) noexcept;

}  // namespace v0
}  // namespace ionoscloud::container_registry
