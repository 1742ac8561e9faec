// SPDX-License-Identifier: Apache-2.0
#include "system/socket.hpp"

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

#include <cerrno>

#include "system/socket_api.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {

SocketHandle open_socket(int family, int type, int protocol) noexcept {
#ifdef SOCK_CLOEXEC
  return ::socket(family, type | SOCK_CLOEXEC, protocol);
#else
  const int socket = ::socket(family, type, protocol);
  if (socket != no_socket) fcntl(socket, F_SETFD, FD_CLOEXEC);
  return socket;
#endif
}

int close_socket(SocketHandle socket) noexcept { return ::close(socket); }

bool stays_quiet(SocketHandle socket, std::chrono::milliseconds time) noexcept {
  pollfd asked{socket, POLLIN, 0};
  return poll(&asked, 1, static_cast<int>(time.count())) == 0;
}

bool has_free_descriptor() noexcept {
  const SocketHandle probe = open_socket(AF_UNIX, SOCK_DGRAM, 0);
  if (probe == no_socket) return errno != EMFILE && errno != ENFILE;
  close_socket(probe);
  return true;
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
