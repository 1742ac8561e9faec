// SPDX-License-Identifier: Apache-2.0
#include "system/sigpipe_block.hpp"

#include <signal.h>
#include <unistd.h>

#include <cerrno>
#include <ctime>

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

sigset_t sigpipe() noexcept {
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, SIGPIPE);
  return set;
}

bool sigpipe_is_pending() noexcept {
  sigset_t pending;
  return sigpending(&pending) == 0 && sigismember(&pending, SIGPIPE) == 1;
}

/// Returns whether it was blocked already.
bool block_sigpipe() noexcept {
  const sigset_t blocked = sigpipe();
  sigset_t before;
  return pthread_sigmask(SIG_BLOCK, &blocked, &before) == 0 && sigismember(&before, SIGPIPE) == 1;
}

void discard_sigpipe() noexcept {
  const sigset_t ours = sigpipe();
#if _POSIX_REALTIME_SIGNALS > 0
  const timespec at_once{};
  while (sigtimedwait(&ours, nullptr, &at_once) == -1 && errno == EINTR) {
  }
#else
  int received = 0;
  if (sigpipe_is_pending()) sigwait(&ours, &received);
#endif
}

}  // namespace

SigpipeBlock::SigpipeBlock() noexcept
    : was_pending_(sigpipe_is_pending()), was_blocked_(block_sigpipe()) {}

SigpipeBlock::~SigpipeBlock() {
  if (!was_pending_) discard_sigpipe();
  if (was_blocked_) return;
  const sigset_t ours = sigpipe();
  pthread_sigmask(SIG_UNBLOCK, &ours, nullptr);
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
