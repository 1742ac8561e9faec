// SPDX-License-Identifier: Apache-2.0
#include "system/sigpipe_block.hpp"

#include <gtest/gtest.h>
#include <signal.h>
#include <unistd.h>

#include <cerrno>

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

ssize_t write_to_a_closed_pipe() {
  int ends[2];
  if (pipe(ends) == -1) return 0;
  close(ends[0]);
  const ssize_t written = write(ends[1], "x", 1);
  const int error = errno;
  close(ends[1]);
  errno = error;
  return written;
}

TEST(SigpipeBlock, LetsAWriteFailWithoutASignal) {
  {
    const SigpipeBlock block;

    EXPECT_EQ(write_to_a_closed_pipe(), -1);
    EXPECT_EQ(errno, EPIPE);
  }

  sigset_t pending;
  sigpending(&pending);
  EXPECT_FALSE(sigismember(&pending, SIGPIPE));
}

TEST(SigpipeBlock, LeavesTheMaskAsItWas) {
  sigset_t before;
  pthread_sigmask(SIG_BLOCK, nullptr, &before);

  { const SigpipeBlock block; }

  sigset_t after;
  pthread_sigmask(SIG_BLOCK, nullptr, &after);
  EXPECT_EQ(sigismember(&before, SIGPIPE), sigismember(&after, SIGPIPE));
}

}  // namespace
}  // namespace v0
}  // namespace ionoscloud::container_registry
