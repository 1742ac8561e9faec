// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// Includes the functions on sockets and addresses that all systems have, from the headers of each.

#ifdef _WIN32
#include <winsock2.h>
#include <ws2tcpip.h>
#else
#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#endif

#include "system/socket.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {

/// Ends a connection in both directions. The socket stays open until its owner closes it.
inline void shut_down_socket(SocketHandle socket) noexcept {
#ifdef _WIN32
  ::shutdown(socket, SD_BOTH);
#else
  ::shutdown(socket, SHUT_RDWR);
#endif
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
