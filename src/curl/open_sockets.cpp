// SPDX-License-Identifier: Apache-2.0
#include "curl/open_sockets.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <new>

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

std::string text_of(const std::string& ip, int port) { return ip + ' ' + std::to_string(port); }

std::string local_end_of(curl_socket_t fd) {
  sockaddr_storage address{};
  socklen_t size = sizeof address;
  if (getsockname(fd, reinterpret_cast<sockaddr*>(&address), &size) != 0) return "";
  const void* ip = nullptr;
  in_port_t port = 0;
  if (address.ss_family == AF_INET6) {
    const auto& end = reinterpret_cast<const sockaddr_in6&>(address);
    ip = &end.sin6_addr;
    port = end.sin6_port;
  } else {
    const auto& end = reinterpret_cast<const sockaddr_in&>(address);
    ip = &end.sin_addr;
    port = end.sin_port;
  }
  std::array<char, INET6_ADDRSTRLEN> text{};
  if (inet_ntop(address.ss_family, ip, text.data(), text.size()) == nullptr) return "";
  return text_of(text.data(), ntohs(port));
}

}  // namespace

bool OpenSocket::is_good() const noexcept {
  if (http2 || users > 0) return true;
  pollfd socket{fd, POLLIN, 0};
  return poll(&socket, 1, 0) == 0;
}

curl_socket_t OpenSockets::open(const curl_sockaddr& address, std::vector<Shared>& fresh) {
  const Shared& socket = fresh.emplace_back(std::make_shared<OpenSocket>());
  const curl_socket_t fd =
      ::socket(address.family, address.socktype | SOCK_CLOEXEC, address.protocol);
  if (fd == CURL_SOCKET_BAD) return fd;
  try {
    by_fd_[fd] = {socket, ""};
  } catch (const std::bad_alloc&) {
    ::close(fd);
    throw;
  }
  return socket->fd = fd;
}

OpenSockets::Shared OpenSockets::find(const char* ip, int port, const std::vector<Shared>& fresh) {
  const std::string local_end = text_of(ip, port);
  const auto known = by_local_end_.find(local_end);
  if (known != by_local_end_.end()) return known->second;
  for (const Shared& socket : fresh) {
    if (socket->fd == CURL_SOCKET_BAD || local_end_of(socket->fd) != local_end) continue;
    by_local_end_[local_end] = socket;
    by_fd_[socket->fd].local_end = local_end;
    return socket;
  }
  return nullptr;
}

int OpenSockets::close(void* self, curl_socket_t fd) noexcept {
  auto& sockets = *static_cast<OpenSockets*>(self);
  const auto known = sockets.by_fd_.find(fd);
  if (known != sockets.by_fd_.end()) {
    known->second.socket->fd = CURL_SOCKET_BAD;
    sockets.by_local_end_.erase(known->second.local_end);
    sockets.by_fd_.erase(known);
  }
  return ::close(fd);
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
