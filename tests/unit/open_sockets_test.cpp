// SPDX-License-Identifier: Apache-2.0
#include "curl/open_sockets.hpp"

#include <gtest/gtest.h>
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

}  // namespace
}  // namespace v0
}  // namespace ionoscloud::container_registry
