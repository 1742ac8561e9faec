// SPDX-License-Identifier: Apache-2.0
#include "runtime/retry_budget.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <thread>
#include <vector>

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

constexpr int full = 160;
constexpr int successes_for_a_retry = 5;

int takes_until_empty(RetryBudget& budget) {
  int takes = 0;
  while (budget.take()) ++takes;
  return takes;
}

TEST(RetryBudget, AllowsABurstOfRetries) {
  RetryBudget budget;

  EXPECT_EQ(takes_until_empty(budget), full);
}

TEST(RetryBudget, RunsDryInAnOutage) {
  RetryBudget budget;
  takes_until_empty(budget);

  EXPECT_FALSE(budget.take());
}

TEST(RetryBudget, EarnsARetryWithSeveralSuccesses) {
  RetryBudget budget;
  takes_until_empty(budget);

  for (int i = 0; i < successes_for_a_retry - 1; ++i) budget.refill();
  EXPECT_FALSE(budget.take());
  budget.refill();
  EXPECT_TRUE(budget.take());
  EXPECT_FALSE(budget.take());
}

TEST(RetryBudget, HoldsNoMoreThanAtTheStart) {
  RetryBudget budget;

  for (int i = 0; i < 100 * successes_for_a_retry; ++i) budget.refill();

  EXPECT_EQ(takes_until_empty(budget), full);
}

TEST(RetryBudget, GivesEachRetryOnceToManyThreads) {
  RetryBudget budget;
  std::atomic<int> taken{0};
  std::vector<std::thread> threads;
  for (int i = 0; i < 8; ++i) {
    threads.emplace_back([&] { taken += takes_until_empty(budget); });
  }

  for (std::thread& thread : threads) thread.join();

  EXPECT_EQ(taken, full);
}

}  // namespace
}  // namespace v0
}  // namespace ionoscloud::container_registry
