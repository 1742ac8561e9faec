// SPDX-License-Identifier: Apache-2.0
#include "system/per_process.hpp"

#include <gtest/gtest.h>

#include <memory>
#include <mutex>
#include <set>
#include <thread>
#include <vector>

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

struct Counted {
  explicit Counted(int& count) : count_(&count) { ++*count_; }
  Counted(const Counted&) = delete;
  Counted& operator=(const Counted&) = delete;
  ~Counted() { --*count_; }

 private:
  int* count_;
};

TEST(PerProcess, IsEmptyUntilItsFirstUse) {
  PerProcess<int> number;
  EXPECT_EQ(number.own(), nullptr);

  number.get() = 7;

  EXPECT_EQ(*number.own(), 7);
}

TEST(PerProcess, IsTheSameForAllThreads) {
  PerProcess<std::mutex> mutex;
  std::vector<std::mutex*> seen(8);
  std::vector<std::thread> threads;
  for (std::mutex*& one : seen) threads.emplace_back([&] { one = &mutex.get(); });

  for (std::thread& thread : threads) thread.join();

  EXPECT_EQ(std::set<std::mutex*>(seen.begin(), seen.end()).size(), 1U);
}

TEST(PerProcess, IsDestroyedWithItsOwner) {
  int count = 0;
  {
    PerProcess<Counted> counted;
    static_cast<void>(counted.get([&] { return Counted(count); }));
    EXPECT_EQ(count, 1);
  }

  EXPECT_EQ(count, 0);
}

TEST(PerProcess, IsAnotherInAFork) {
  PerProcess<int> number;
  number.get() = 7;

  EXPECT_EQ(status_of_child([&] { return number.own() == nullptr && number.get() == 0; }), 0);

  EXPECT_EQ(number.get(), 7);
}

TEST(PerProcess, LeavesTheObjectOfTheParentAlone) {
  int count = 0;
  auto counted = std::make_unique<PerProcess<Counted>>();
  static_cast<void>(counted->get([&] { return Counted(count); }));

  EXPECT_EQ(status_of_child([&] {
              static_cast<void>(counted->get([&] { return Counted(count); }));
              const bool both = count == 2;
              counted.reset();
              return both && count == 1;
            }),
            0);
}

TEST(PerProcess, IsUnlockedInAForkAlthoughAThreadOfTheParentHasLockedIt) {
  PerProcess<std::mutex> mutex;
  const std::lock_guard<std::mutex> lock(mutex.get());

  EXPECT_EQ(status_of_child([&] {
              const std::lock_guard<std::mutex> own(mutex.get());
              return true;
            }),
            0);
}

}  // namespace

}  // namespace v0
}  // namespace ionoscloud::container_registry
