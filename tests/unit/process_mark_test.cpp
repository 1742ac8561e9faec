// SPDX-License-Identifier: Apache-2.0
#include "system/process_mark.hpp"

#include <gtest/gtest.h>

#include "support/child_process.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

TEST(ProcessMark, IsOfTheProcessThatMadeIt) {
  const ProcessMark mark;

  EXPECT_TRUE(mark.is_of_this_process());
}

TEST(ProcessMark, IsNotOfAForkedProcess) {
  const ProcessMark mark;

  EXPECT_EQ(status_of_child([&] { return !mark.is_of_this_process(); }), 0);
}

TEST(ProcessMark, IsNotOfAForkOfAForkedProcess) {
  const ProcessMark of_parent;

  EXPECT_EQ(status_of_child([&] {
              // The child may fork before it has used its number.
              return status_of_child([&] { return !of_parent.is_of_this_process(); }) == 0;
            }),
            0);
  EXPECT_EQ(status_of_child([&] {
              const ProcessMark of_child;
              return status_of_child([&] {
                       return !of_parent.is_of_this_process() && !of_child.is_of_this_process() &&
                              ProcessMark().is_of_this_process();
                     }) == 0;
            }),
            0);
}

TEST(ProcessMark, StaysValidInItsProcessAfterAFork) {
  const ProcessMark mark;

  EXPECT_EQ(status_of_child([] { return ProcessMark().is_of_this_process(); }), 0);

  EXPECT_TRUE(mark.is_of_this_process());
}

}  // namespace
}  // namespace v0
}  // namespace ionoscloud::container_registry
