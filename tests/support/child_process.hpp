// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <sys/wait.h>
#include <unistd.h>

#include <utility>

namespace ionoscloud::container_registry {
inline namespace v0 {

/// What becomes of a forked process that does `act`, as `waitpid` tells it: 0 when that returned
/// true. One that hangs is killed after a while.
template <class Act>
[[nodiscard]] int status_of_child(Act act) {
  const pid_t child = fork();
  if (child == 0) {
    alarm(30);
    _exit(act() ? 0 : 1);
  }
  int status = -1;
  waitpid(child, &status, 0);
  return status;
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
