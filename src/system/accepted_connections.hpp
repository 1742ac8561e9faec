// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <vector>

#include "system/socket.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {

/// Shut down connections that a server of this process has accepted on a port of 127.0.0.1: all of
/// them, or the one from that port of a client. cpp-httplib hands out the sockets of its
/// connections nowhere, so that they are looked for among all that the process has open. Where that
/// can't be listed nothing happens. A part of the testing component.
void shut_down_connections(std::uint16_t port);
void shut_down_connection(std::uint16_t port, std::uint16_t client_port);

/// All that this process has open and that may be a socket; nothing when that can't be listed. A
/// part of the testing component. Throws `std::bad_alloc`.
[[nodiscard]] std::vector<SocketHandle> open_handles();

}  // namespace v0
}  // namespace ionoscloud::container_registry
