// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

/// @file
/// What the tests' servers need of the system that their sockets are from. A socket is an int here:
/// on Windows too its number is a small one.

namespace ionoscloud::container_registry {
inline namespace v0 {

/// A file descriptor that closes itself.
class Descriptor {
 public:
  explicit Descriptor(int fd = -1) noexcept : fd_(fd) {}
  Descriptor(Descriptor&& other) noexcept : fd_(other.release()) {}
  Descriptor& operator=(Descriptor&& other) noexcept;
  ~Descriptor();

  [[nodiscard]] int get() const noexcept { return fd_; }
  [[nodiscard]] int release() noexcept;

 private:
  int fd_;
};

namespace sockets {

/// The number of a new socket, which no other program gets; -1 when there is none to be had.
[[nodiscard]] int new_number() noexcept;
/// A new socket. Throws `std::system_error`.
[[nodiscard]] Descriptor open_one();
/// Binds to a free port of 127.0.0.1, and returns it.
[[nodiscard]] std::uint16_t bind_somewhere(const Descriptor& socket);
/// Listens. So many connections may wait to be accepted.
void listen_on(const Descriptor& socket, int queue);
/// The URL of a port of 127.0.0.1.
[[nodiscard]] std::string url_of(std::uint16_t port, std::string_view path,
                                 std::string_view scheme = "http");

/// Takes the next connection, which no other program gets; -1 when the listener was shut down.
[[nodiscard]] int accept_one(int listener) noexcept;

/// Sends what goes at once. Returns how much that was; 0 or less when the other end is gone.
[[nodiscard]] long send_some(int socket, const char* data, std::size_t size) noexcept;

/// Receives what is there, or waits for some. Returns how much came; 0 or less at the end.
[[nodiscard]] long receive_some(int socket, char* data, std::size_t size) noexcept;

void close_one(int socket) noexcept;
/// Has `accept_one` of another thread return.
void stop_listening(Descriptor& listener) noexcept;
/// Ends what is sent, and takes what comes still.
void end_sending(int socket) noexcept;

/// Waits until there is something to read, for so many milliseconds, or without end for -1.
bool wait_for_bytes(int socket, int milliseconds) noexcept;
/// Waits until the other end is closed, whatever there is to read.
void wait_for_end(int socket) noexcept;

/// Has the socket reset its connection when it is closed.
void reset_when_closed(int socket) noexcept;

/// Keeps this thread from the signal of a connection that is gone when it is written to. Only
/// servers' threads may miss it: the library must never raise it.
void ignore_broken_connections() noexcept;

}  // namespace sockets
}  // namespace v0
}  // namespace ionoscloud::container_registry
