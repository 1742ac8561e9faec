// SPDX-License-Identifier: Apache-2.0
#include "support/hanging_port.hpp"

#include <fcntl.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>

namespace ionoscloud::container_registry {
inline namespace v0 {

HangingPort::HangingPort()
    : listener_(sockets::open_one()), port_(sockets::bind_somewhere(listener_)) {
  sockets::listen_on(listener_, 0);
  sockaddr_in address{};
  auto* generic = reinterpret_cast<sockaddr*>(&address);
  socklen_t size = sizeof address;
  getsockname(listener_.get(), generic, &size);
  // Connections that stand at once are in the queue. The first that doesn't tells that it is full.
  bool full = false;
  while (!full) {
    Descriptor& client = queued_.emplace_back(sockets::open_one());
    fcntl(client.get(), F_SETFL, O_NONBLOCK);
    connect(client.get(), generic, size);
    pollfd connected{client.get(), POLLOUT, 0};
    full = poll(&connected, 1, 100) == 0;
  }
}

std::string HangingPort::url() const { return sockets::url_of(port_, "/"); }

}  // namespace v0
}  // namespace ionoscloud::container_registry
