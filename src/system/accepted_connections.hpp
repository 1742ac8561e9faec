// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "system/socket.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {

/// Shut down connections that a server of this process has accepted on a port of 127.0.0.1: all of
/// them, or the one that comes from `client_port`. cpp-httplib doesn't expose the sockets of its
/// connections, so these functions search all open sockets of the process. They do nothing where
/// the system can't list those. Part of the testing component.
void shut_down_connections(std::uint16_t port);
void shut_down_connection(std::uint16_t port, std::uint16_t client_port);

/// The open handles of this process that may be sockets; empty where the system can't list them.
/// Part of the testing component. Throws `std::bad_alloc`.
[[nodiscard]] std::vector<SocketHandle> open_handles();

}  // namespace v0
}  // namespace ionoscloud::container_registry
