// SPDX-License-Identifier: Apache-2.0
#include "curl/open_sockets.hpp"

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <new>
#include <vector>

#include "support/allocations.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

/// The lowest number that no open file has.
int next_descriptor() {
  const int fd = dup(STDIN_FILENO);
  close(fd);
  return fd;
}

TEST(OpenSockets, LeakNoneWhenThereIsNoMemory) {
  curl_sockaddr address{};
  address.family = AF_INET;
  address.socktype = SOCK_STREAM;
  const int before = next_descriptor();

  for (int successes = 0;; ++successes) {
    OpenSockets sockets;
    std::vector<OpenSockets::Shared> fresh;
    const FailingAllocation failing(successes);
    try {
      OpenSockets::close(&sockets, sockets.open(address, fresh));
    } catch (const std::bad_alloc&) {
    }
    EXPECT_EQ(next_descriptor(), before) << successes;
    if (!failing.has_failed()) break;
  }
}

/// A socket that listens on `ip`, at a free port.
int listening(const char* ip) {
  const int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  inet_pton(AF_INET, ip, &address.sin_addr);
  EXPECT_EQ(bind(fd, reinterpret_cast<const sockaddr*>(&address), sizeof address), 0);
  EXPECT_EQ(listen(fd, 1), 0);
  return fd;
}

sockaddr_in address_of(int fd) {
  sockaddr_in address{};
  socklen_t size = sizeof address;
  getsockname(fd, reinterpret_cast<sockaddr*>(&address), &size);
  return address;
}

TEST(OpenSockets, AreToldApartWhenTheyShareALocalPort) {
  const int first_server = listening("127.0.0.1");
  const int second_server = listening("127.0.0.2");
  sockaddr_in local{};
  local.sin_family = AF_INET;
  inet_pton(AF_INET, "127.0.0.1", &local.sin_addr);
  curl_sockaddr address{};
  address.family = AF_INET;
  address.socktype = SOCK_STREAM;
  OpenSockets sockets;
  std::vector<OpenSockets::Shared> fresh;
  std::vector<int> fds;
  for (const int server : {first_server, second_server}) {
    const int fd = fds.emplace_back(sockets.open(address, fresh));
    const int yes = 1;
    setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    ASSERT_EQ(bind(fd, reinterpret_cast<const sockaddr*>(&local), sizeof local), 0);
    local = address_of(fd);
    const sockaddr_in remote = address_of(server);
    ASSERT_EQ(connect(fd, reinterpret_cast<const sockaddr*>(&remote), sizeof remote), 0);
  }
  const int port = ntohs(local.sin_port);

  const auto first = sockets.find({"127.0.0.1", port, "127.0.0.1"}, fresh);
  const auto second = sockets.find({"127.0.0.1", port, "127.0.0.2"}, fresh);

  ASSERT_TRUE(first && second);
  EXPECT_EQ(first->fd, fds[0]);
  EXPECT_EQ(second->fd, fds[1]);
  for (const int fd : fds) OpenSockets::close(&sockets, fd);
  close(first_server);
  close(second_server);
}

}  // namespace
}  // namespace v0
}  // namespace ionoscloud::container_registry
