// SPDX-License-Identifier: Apache-2.0
#include "system/socket.hpp"

#include "system/socket_api.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {

SocketHandle open_socket(int family, int type, int protocol) noexcept {
  return WSASocketW(family, type, protocol, nullptr, 0,
                    WSA_FLAG_OVERLAPPED | WSA_FLAG_NO_HANDLE_INHERIT);
}

int close_socket(SocketHandle socket) noexcept { return closesocket(socket); }

bool stays_quiet(SocketHandle socket, std::chrono::milliseconds time) noexcept {
  WSAPOLLFD asked{socket, POLLIN, 0};
  return WSAPoll(&asked, 1, static_cast<int>(time.count())) == 0;
}

/// Only memory limits them.
bool has_free_descriptor() noexcept { return true; }

}  // namespace v0
}  // namespace ionoscloud::container_registry
