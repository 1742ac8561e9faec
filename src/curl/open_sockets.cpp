// SPDX-License-Identifier: Apache-2.0
#include "curl/open_sockets.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <new>

#include "system/socket.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

struct Address {
  std::array<char, INET6_ADDRSTRLEN> ip{};
  int port = 0;
};

/// One end of a socket: `get` is `getsockname` or `getpeername`. Empty when it has none.
Address address_of(curl_socket_t fd, int (*get)(int, sockaddr*, socklen_t*)) {
  sockaddr_storage storage{};
  socklen_t size = sizeof storage;
  if (get(fd, reinterpret_cast<sockaddr*>(&storage), &size) != 0) return {};
  const bool ipv6 = storage.ss_family == AF_INET6;
  const auto& end6 = reinterpret_cast<const sockaddr_in6&>(storage);
  const auto& end4 = reinterpret_cast<const sockaddr_in&>(storage);
  const void* ip = ipv6 ? static_cast<const void*>(&end6.sin6_addr) : &end4.sin_addr;
  Address address;
  inet_ntop(storage.ss_family, ip, address.ip.data(), address.ip.size());
  address.port = ntohs(ipv6 ? end6.sin6_port : end4.sin_port);
  return address;
}

std::string text_of(const OpenSockets::Ends& ends) {
  return std::string(ends.local_ip) + ' ' + std::to_string(ends.local_port) + ' ' + ends.remote_ip;
}

std::string ends_of(curl_socket_t fd) {
  const Address local = address_of(fd, getsockname);
  const Address remote = address_of(fd, getpeername);
  return text_of({local.ip.data(), local.port, remote.ip.data()});
}

}  // namespace

curl_socket_t OpenSockets::open(const curl_sockaddr& address, std::vector<Shared>& fresh) {
  const Shared& socket = fresh.emplace_back(std::make_shared<OpenSocket>());
  const curl_socket_t fd = open_socket(address.family, address.socktype, address.protocol);
  if (fd == CURL_SOCKET_BAD) return fd;
  try {
    by_fd_[fd] = {socket, ""};
  } catch (const std::bad_alloc&) {
    ::close(fd);
    throw;
  }
  return socket->fd = fd;
}

OpenSockets::Shared OpenSockets::find(const Ends& ends, const std::vector<Shared>& fresh) {
  const std::string text = text_of(ends);
  const auto known = by_ends_.find(text);
  if (known != by_ends_.end()) return known->second;
  for (const Shared& socket : fresh) {
    if (socket->fd == CURL_SOCKET_BAD || ends_of(socket->fd) != text) continue;
    by_ends_[text] = socket;
    by_fd_[socket->fd].ends = text;
    return socket;
  }
  return nullptr;
}

int OpenSockets::close(void* self, curl_socket_t fd) noexcept {
  auto& sockets = *static_cast<OpenSockets*>(self);
  const auto known = sockets.by_fd_.find(fd);
  if (known != sockets.by_fd_.end()) {
    known->second.socket->fd = CURL_SOCKET_BAD;
    sockets.by_ends_.erase(known->second.ends);
    sockets.by_fd_.erase(known);
  }
  return ::close(fd);
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
