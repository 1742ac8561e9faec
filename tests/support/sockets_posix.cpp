// SPDX-License-Identifier: Apache-2.0
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <csignal>

#include "support/sockets.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace sockets {

int new_number() noexcept { return socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0); }

int accept_one(int listener) noexcept { return accept4(listener, nullptr, nullptr, SOCK_CLOEXEC); }

long send_some(int socket, const char* data, std::size_t size) noexcept {
  return ::send(socket, data, size, MSG_NOSIGNAL);
}

long receive_some(int socket, char* data, std::size_t size) noexcept {
  return ::recv(socket, data, size, 0);
}

void close_one(int socket) noexcept { ::close(socket); }

void stop_listening(Descriptor& listener) noexcept { shutdown(listener.get(), SHUT_RDWR); }

void end_sending(int socket) noexcept { shutdown(socket, SHUT_WR); }

bool wait_for_bytes(int socket, int milliseconds) noexcept {
  pollfd asked{socket, POLLIN, 0};
  return poll(&asked, 1, milliseconds) == 1;
}

void wait_for_end(int socket) noexcept {
  pollfd asked{socket, POLLRDHUP, 0};
  poll(&asked, 1, -1);
}

void reset_when_closed(int socket) noexcept {
  const linger at_once{1, 0};
  setsockopt(socket, SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
}

void ignore_broken_connections() noexcept {
  sigset_t sigpipe;
  sigemptyset(&sigpipe);
  sigaddset(&sigpipe, SIGPIPE);
  pthread_sigmask(SIG_BLOCK, &sigpipe, nullptr);
}

}  // namespace sockets
}  // namespace v0
}  // namespace ionoscloud::container_registry
