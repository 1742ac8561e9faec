// SPDX-License-Identifier: Apache-2.0
#include <winsock2.h>

#include "support/sockets.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace sockets {
namespace {

SOCKET handle_of(int socket) noexcept { return static_cast<SOCKET>(socket); }

}  // namespace

int new_number() noexcept { return static_cast<int>(socket(AF_INET, SOCK_STREAM, 0)); }

int accept_one(int listener) noexcept {
  return static_cast<int>(accept(handle_of(listener), nullptr, nullptr));
}

long send_some(int socket, const char* data, std::size_t size) noexcept {
  return ::send(handle_of(socket), data, static_cast<int>(size), 0);
}

long receive_some(int socket, char* data, std::size_t size) noexcept {
  return ::recv(handle_of(socket), data, static_cast<int>(size), 0);
}

void close_one(int socket) noexcept { closesocket(handle_of(socket)); }

void stop_listening(Descriptor& listener) noexcept { closesocket(handle_of(listener.release())); }

void end_sending(int socket) noexcept { shutdown(handle_of(socket), SD_SEND); }

bool wait_for_bytes(int socket, int milliseconds) noexcept {
  WSAPOLLFD asked{handle_of(socket), POLLIN, 0};
  return WSAPoll(&asked, 1, milliseconds) == 1;
}

void wait_for_end(int socket) noexcept {
  WSAPOLLFD asked{handle_of(socket), 0, 0};
  WSAPoll(&asked, 1, -1);
}

void reset_when_closed(int socket) noexcept {
  const linger at_once{1, 0};
  setsockopt(handle_of(socket), SOL_SOCKET, SO_LINGER, reinterpret_cast<const char*>(&at_once),
             sizeof at_once);
}

void ignore_broken_connections() noexcept {}

}  // namespace sockets
}  // namespace v0
}  // namespace ionoscloud::container_registry
