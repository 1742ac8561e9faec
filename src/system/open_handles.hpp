// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "system/socket.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {

/// All that this process has open and that may be a socket; nothing when that can't be listed. A
/// part of the testing component. Throws `std::bad_alloc`.
[[nodiscard]] std::vector<SocketHandle> open_handles();

}  // namespace v0
}  // namespace ionoscloud::container_registry
