// SPDX-License-Identifier: Apache-2.0
#include "system/process_mark.hpp"

#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

/// What a forked process says of `mark`.
bool is_of_a_fork(const ProcessMark& mark) {
  const pid_t child = fork();
  if (child == 0) _exit(mark.is_of_this_process() ? 1 : 0);
  int status = 0;
  waitpid(child, &status, 0);
  return WIFEXITED(status) && WEXITSTATUS(status) == 1;
}

TEST(ProcessMark, IsOfTheProcessThatMadeIt) {
  const ProcessMark mark;

  EXPECT_TRUE(mark.is_of_this_process());
}

TEST(ProcessMark, IsNotOfAForkedProcess) {
  const ProcessMark mark;

  EXPECT_FALSE(is_of_a_fork(mark));
}

TEST(ProcessMark, StaysThatOfItsProcessWhenItForks) {
  const ProcessMark mark;

  static_cast<void>(is_of_a_fork(mark));

  EXPECT_TRUE(mark.is_of_this_process());
}

}  // namespace
}  // namespace v0
}  // namespace ionoscloud::container_registry
