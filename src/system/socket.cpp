// SPDX-License-Identifier: Apache-2.0
#include "system/socket.hpp"

#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>

namespace ionoscloud::container_registry {
inline namespace v0 {

int open_socket(int family, int type, int protocol) noexcept {
  return ::socket(family, type | SOCK_CLOEXEC, protocol);
}

bool stays_quiet(int socket, std::chrono::milliseconds time) noexcept {
  pollfd asked{socket, POLLIN, 0};
  return poll(&asked, 1, static_cast<int>(time.count())) == 0;
}

bool has_free_descriptor() noexcept {
  const int probe = open_socket(AF_UNIX, SOCK_DGRAM, 0);
  if (probe == -1) return errno != EMFILE && errno != ENFILE;
  ::close(probe);
  return true;
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
