// SPDX-License-Identifier: Apache-2.0
#include <array>

#include "system/socket.hpp"
#include "system/socket_api.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

struct Address {
  std::array<char, INET6_ADDRSTRLEN> ip{};
  int port = 0;
};

/// One end of a socket: `get` is `getsockname` or `getpeername`. Empty when the socket has no such
/// end.
template <class Get>
Address address_of(SocketHandle socket, Get get) {
  sockaddr_storage storage{};
  socklen_t size = sizeof storage;
  if (get(socket, reinterpret_cast<sockaddr*>(&storage), &size) != 0) return {};
  const bool ipv6 = storage.ss_family == AF_INET6;
  const auto& end6 = reinterpret_cast<const sockaddr_in6&>(storage);
  const auto& end4 = reinterpret_cast<const sockaddr_in&>(storage);
  const void* ip = ipv6 ? static_cast<const void*>(&end6.sin6_addr) : &end4.sin_addr;
  Address address;
  inet_ntop(storage.ss_family, ip, address.ip.data(), address.ip.size());
  address.port = ntohs(ipv6 ? end6.sin6_port : end4.sin_port);
  return address;
}

}  // namespace

SocketEnds ends_of(SocketHandle socket) {
  const Address local = address_of(socket, getsockname);
  const Address remote = address_of(socket, getpeername);
  return {local.ip.data(), local.port, remote.ip.data()};
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
