// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <curl/curl.h>

#include <chrono>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "system/socket.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {

/// A socket that libcurl has opened for an exchange and keeps for others.
struct OpenSocket {
  curl_socket_t fd = CURL_SOCKET_BAD;
  /// How many exchanges use it now. More than one only over HTTP/2.
  int users = 0;
  /// Whether it speaks HTTP/2.
  bool http2 = false;
  /// When the last exchange left it.
  std::chrono::steady_clock::time_point idle_since{};
};

/// The sockets of one multi handle, told apart by their ends, which is all that libcurl tells an
/// exchange of its connection before it is used.
class OpenSockets {
 public:
  using Shared = std::shared_ptr<OpenSocket>;

  /// Makes a socket for libcurl, and an entry for it, which is added to `fresh`.
  [[nodiscard]] curl_socket_t open(const curl_sockaddr& address, std::vector<Shared>& fresh);

  /// The socket with those ends: one that is known, or one of `fresh`, which is known then.
  [[nodiscard]] Shared find(const SocketEnds& ends, const std::vector<Shared>& fresh);

  /// What libcurl calls to close a socket; `self` is the `OpenSockets`.
  static int close(void* self, curl_socket_t fd) noexcept;

 private:
  struct Known {
    Shared socket;
    std::string ends;
  };

  std::unordered_map<curl_socket_t, Known> by_fd_;
  std::unordered_map<std::string, Shared> by_ends_;
};

}  // namespace v0
}  // namespace ionoscloud::container_registry
