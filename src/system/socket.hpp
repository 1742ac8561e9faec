// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstdint>
#include <string>

namespace ionoscloud::container_registry {
inline namespace v0 {

/// The system's type for a socket, which libcurl uses too.
#ifdef _WIN32
using SocketHandle = std::uintptr_t;
#else
using SocketHandle = int;
#endif

/// The value for no socket.
inline constexpr SocketHandle no_socket = static_cast<SocketHandle>(-1);

/// Opens a socket that child programs don't inherit. Returns `no_socket` on failure, with the error
/// in `errno` or its counterpart of the system.
[[nodiscard]] SocketHandle open_socket(int family, int type, int protocol) noexcept;

/// Closes a socket. Returns 0 on success.
int close_socket(SocketHandle socket) noexcept;

/// Whether neither data nor the end of the connection arrives on a socket within `time`.
[[nodiscard]] bool stays_quiet(SocketHandle socket, std::chrono::milliseconds time) noexcept;

/// Whether this process may open another file or socket.
[[nodiscard]] bool has_free_descriptor() noexcept;

/// The two ends of a connection.
struct SocketEnds {
  std::string local_ip;
  int local_port = 0;
  std::string remote_ip;
};

/// The ends of a socket. Members are empty for an end that it doesn't have. Throws
/// `std::bad_alloc`.
[[nodiscard]] SocketEnds ends_of(SocketHandle socket);

}  // namespace v0
}  // namespace ionoscloud::container_registry
