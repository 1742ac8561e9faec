// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace testing::stub {

/// Shut down connections that a server of this process has accepted on a port of 127.0.0.1: all of
/// them, or the one from that port of a client. cpp-httplib hands out the sockets of its
/// connections nowhere, so that they are looked for among the process's descriptors. Where those
/// can't be listed nothing happens.
void shut_down_connections(std::uint16_t port);
void shut_down_connection(std::uint16_t port, std::uint16_t client_port);

}  // namespace testing::stub
}  // namespace v0
}  // namespace ionoscloud::container_registry
