// SPDX-License-Identifier: Apache-2.0
#include "curl/open_sockets.hpp"

#include <new>

#include "system/socket.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

std::string text_of(const SocketEnds& ends) {
  return ends.local_ip + ' ' + std::to_string(ends.local_port) + ' ' + ends.remote_ip;
}

}  // namespace

curl_socket_t OpenSockets::open(const curl_sockaddr& address, std::vector<Shared>& fresh) {
  const Shared& socket = fresh.emplace_back(std::make_shared<OpenSocket>());
  const curl_socket_t fd = open_socket(address.family, address.socktype, address.protocol);
  if (fd == CURL_SOCKET_BAD) return fd;
  try {
    by_fd_[fd] = {socket, ""};
  } catch (const std::bad_alloc&) {
    close_socket(fd);
    throw;
  }
  return socket->fd = fd;
}

OpenSockets::Shared OpenSockets::find(const SocketEnds& ends, const std::vector<Shared>& fresh) {
  const std::string text = text_of(ends);
  const auto known = by_ends_.find(text);
  if (known != by_ends_.end()) return known->second;
  for (const Shared& socket : fresh) {
    if (socket->fd == CURL_SOCKET_BAD || text_of(ends_of(socket->fd)) != text) continue;
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
  return close_socket(fd);
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
