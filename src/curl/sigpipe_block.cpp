// SPDX-License-Identifier: Apache-2.0
#include "curl/sigpipe_block.hpp"

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

}  // namespace

SigpipeBlock::SigpipeBlock() noexcept : was_pending_(sigpipe_is_pending()) {
  const sigset_t blocked = sigpipe();
  pthread_sigmask(SIG_BLOCK, &blocked, &before_);
}

SigpipeBlock::~SigpipeBlock() {
  if (!was_pending_) {
    const sigset_t ours = sigpipe();
    const timespec at_once{};
    while (sigtimedwait(&ours, nullptr, &at_once) == -1 && errno == EINTR) {
    }
  }
  pthread_sigmask(SIG_SETMASK, &before_, nullptr);
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
