// SPDX-License-Identifier: Apache-2.0
#include "system/accepted_connections.hpp"

#include <optional>

#include "system/socket.hpp"
#include "system/socket_api.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

/// The port at one end of a socket: the local one by `getsockname`, the remote one by
/// `getpeername`.
template <class Get>
std::optional<std::uint16_t> port_of(SocketHandle socket, Get get) {
  sockaddr_in address{};
  socklen_t size = sizeof address;
  if (get(socket, reinterpret_cast<sockaddr*>(&address), &size) != 0) return std::nullopt;
  if (address.sin_family != AF_INET) return std::nullopt;
  return ntohs(address.sin_port);
}

void shut_down(std::uint16_t port, std::optional<std::uint16_t> client_port) {
  for (const SocketHandle socket : open_handles()) {
    if (port_of(socket, getsockname) != port) continue;
    // The listening socket has no peer.
    const auto peer = port_of(socket, getpeername);
    if (peer && (!client_port || peer == client_port)) shut_down_socket(socket);
  }
}

}  // namespace

void shut_down_connections(std::uint16_t port) { shut_down(port, std::nullopt); }

void shut_down_connection(std::uint16_t port, std::uint16_t client_port) {
  shut_down(port, client_port);
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
