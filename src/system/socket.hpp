// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdint>
#include <string>

namespace ionoscloud::container_registry {
inline namespace v0 {

/// What the system names a socket by, and so what libcurl does.
#ifdef _WIN32
using SocketHandle = std::uintptr_t;
#else
using SocketHandle = int;
#endif

/// What stands for no socket.
inline constexpr SocketHandle no_socket = static_cast<SocketHandle>(-1);

/// A new socket, which no program gets that this process starts; `no_socket`, and the system's own
/// error, when there is none to be had.
[[nodiscard]] SocketHandle open_socket(int family, int type, int protocol) noexcept;

/// Closes a socket. Returns 0, or what the system says.
int close_socket(SocketHandle socket) noexcept;

/// Whether nothing came on a connected socket, not even its end, until `time` has passed.
[[nodiscard]] bool stays_quiet(SocketHandle socket, std::chrono::milliseconds time) noexcept;

/// Whether this process may open another file or socket.
[[nodiscard]] bool has_free_descriptor() noexcept;

/// Where a connection goes from and to.
struct SocketEnds {
  std::string local_ip;
  int local_port = 0;
  std::string remote_ip;
};

/// The ends of a socket; those that it doesn't have are empty. Throws `std::bad_alloc`.
[[nodiscard]] SocketEnds ends_of(SocketHandle socket);

}  // namespace v0
}  // namespace ionoscloud::container_registry
