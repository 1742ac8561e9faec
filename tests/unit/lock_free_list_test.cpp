// SPDX-License-Identifier: Apache-2.0
#include "testing/lock_free_list.hpp"

#include <gtest/gtest.h>

#include <set>
#include <thread>
#include <vector>

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace testing {
namespace {

TEST(LockFreeList, GivesEachElementOnceInItsOrderAndKeepsAll) {
  LockFreeList<int> list;
  EXPECT_EQ(list.take(), nullptr);
  list.add(1);
  list.add(2);

  EXPECT_EQ(*list.take(), 1);
  EXPECT_EQ(list.left(), 1U);
  list.add(3);
  EXPECT_EQ(*list.take(), 2);
  EXPECT_EQ(*list.take(), 3);
  EXPECT_EQ(list.take(), nullptr);
  std::vector<int> all;
  list.for_each([&](int element) { all.push_back(element); });
  EXPECT_EQ(all, (std::vector<int>{1, 2, 3}));
  EXPECT_EQ(list.size(), 3U);
}

TEST(LockFreeList, LosesNoElementWithManyThreads) {
  constexpr int each = 2'000;
  LockFreeList<int> list;
  std::vector<std::vector<int>> taken(4);
  std::vector<std::thread> threads;
  for (int i = 0; i < 4; ++i) {
    threads.emplace_back([&, i] {
      for (int k = 0; k < each; ++k) {
        list.add(i * each + k);
        taken[static_cast<std::size_t>(i)].push_back(*list.take());
      }
    });
  }
  for (std::thread& thread : threads) thread.join();

  std::set<int> all;
  for (const auto& some : taken) all.insert(some.begin(), some.end());
  EXPECT_EQ(all.size(), 4U * each);
  EXPECT_EQ(list.left(), 0U);
}

}  // namespace
}  // namespace testing
}  // namespace v0
}  // namespace ionoscloud::container_registry
