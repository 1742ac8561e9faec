// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// The functions on sockets and addresses that systems have in common, from where each keeps them.

#ifdef _WIN32
#include <winsock2.h>
#include <ws2tcpip.h>
#else
#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#endif

namespace ionoscloud::container_registry {
inline namespace v0 {

/// Has `shutdown` end both directions.
#ifdef _WIN32
inline constexpr int both_directions = SD_BOTH;
#else
inline constexpr int both_directions = SHUT_RDWR;
#endif

}  // namespace v0
}  // namespace ionoscloud::container_registry
