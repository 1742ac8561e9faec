// SPDX-License-Identifier: Apache-2.0
#include "testing/accepted_connections.hpp"

#ifndef _WIN32
#include <dirent.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <charconv>
#include <cstring>
#include <memory>
#include <optional>
#endif

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace testing::stub {

#ifdef _WIN32

void shut_down_connections(std::uint16_t) {}
void shut_down_connection(std::uint16_t, std::uint16_t) {}

#else

namespace {

struct CloseDirectory {
  void operator()(DIR* directory) const noexcept { closedir(directory); }
};

using NameOf = int (*)(int, sockaddr*, socklen_t*);

/// The port at one end of a socket: `getsockname` gives this one's, `getpeername` the other's.
std::optional<std::uint16_t> port_of(int descriptor, NameOf name_of) {
  sockaddr_in address{};
  socklen_t size = sizeof address;
  if (name_of(descriptor, reinterpret_cast<sockaddr*>(&address), &size) != 0) return std::nullopt;
  if (address.sin_family != AF_INET) return std::nullopt;
  return ntohs(address.sin_port);
}

void shut_down(std::uint16_t port, std::optional<std::uint16_t> client_port) {
  const std::unique_ptr<DIR, CloseDirectory> directory(opendir("/dev/fd"));
  if (!directory) return;
  while (const dirent* entry = readdir(directory.get())) {
    int descriptor = -1;
    const char* const name = entry->d_name;
    if (std::from_chars(name, name + std::strlen(name), descriptor).ec != std::errc()) continue;
    if (port_of(descriptor, getsockname) != port) continue;
    // The listening socket has no other end.
    const auto peer = port_of(descriptor, getpeername);
    if (peer && (!client_port || peer == client_port)) shutdown(descriptor, SHUT_RDWR);
  }
}

}  // namespace

void shut_down_connections(std::uint16_t port) { shut_down(port, std::nullopt); }

void shut_down_connection(std::uint16_t port, std::uint16_t client_port) {
  shut_down(port, client_port);
}

#endif

}  // namespace testing::stub
}  // namespace v0
}  // namespace ionoscloud::container_registry
