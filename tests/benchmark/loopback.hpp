// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <netinet/in.h>

namespace benchmarks {

/// A TCP socket, closed in the end.
class Socket {
 public:
  /// A new one. `std::system_error` when there is none to be had.
  Socket();
  explicit Socket(int fd) noexcept : fd_(fd) {}
  Socket(Socket&& other) noexcept;
  Socket& operator=(Socket&& other) noexcept;
  ~Socket();

  [[nodiscard]] int fd() const noexcept { return fd_; }

 private:
  int fd_;
};

/// 127.0.0.1 with this port.
sockaddr_in loopback(int port);

/// Binds the socket to a port that nobody has, and returns it.
int bind_to_free_port(const Socket& socket);

/// Whether the socket could be connected to the port.
bool connect_to(const Socket& socket, int port);

}  // namespace benchmarks
