// SPDX-License-Identifier: Apache-2.0
#include "runtime/jitter.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <random>
#include <vector>

#include <ionoscloud/container_registry/retry_policy.hpp>

#include "runtime/retry_decision.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

using std::chrono::milliseconds;

class SeededRandom final : public Random {
 public:
  double next() override { return std::uniform_real_distribution<double>(0.0, 1.0)(event_loop_); }

 private:
  std::mt19937 event_loop_{42};
};

/// What a random source gives that always has the same to say, five times.
std::vector<double> draws_of(Random& random) {
  Jitter jitter;
  std::vector<double> draws;
  for (int i = 0; i < 5; ++i) draws.push_back(jitter.draw(random));
  return draws;
}

/// All waits of a call that fails with each of its attempts.
milliseconds waits_together(Random& random) {
  Jitter jitter;
  const RetryPolicy policy;
  RetrySituation situation;
  situation.evidence.repeatable = true;
  situation.time_left = std::chrono::hours(1);
  milliseconds sum(0);
  for (;; ++situation.attempts) {
    situation.jitter = jitter.draw(random);
    const auto wait = next_step(policy, situation);
    if (!wait) return sum;
    sum += *wait;
  }
}

TEST(Jitter, MakesUpForEachSecondNumberWithTheThird) {
  SeededRandom random;
  for (int call = 0; call < 100; ++call) {
    const std::vector<double> draws = draws_of(random);

    EXPECT_DOUBLE_EQ(draws[1] + draws[2], 1.0);
    EXPECT_DOUBLE_EQ(draws[3] + draws[4], 1.0);
  }
}

TEST(Jitter, SpreadsEachNumberFromZeroToOne) {
  constexpr int calls = 10'000;
  SeededRandom random;
  std::vector<std::vector<int>> counts(5, std::vector<int>(10));
  for (int call = 0; call < calls; ++call) {
    const std::vector<double> draws = draws_of(random);
    for (std::size_t i = 0; i < draws.size(); ++i) {
      ASSERT_GE(draws[i], 0.0);
      ASSERT_LE(draws[i], 1.0);
      ++counts[i][std::min(static_cast<std::size_t>(draws[i] * 10), std::size_t(9))];
    }
  }

  for (const std::vector<int>& tenths : counts) {
    for (const int count : tenths) EXPECT_NEAR(count, calls / 10, calls / 50);
  }
}

TEST(Jitter, LetsTheWaitsOfACallTakeFiveSecondsAtLeast) {
  constexpr int calls = 10'000;
  SeededRandom random;
  milliseconds least = milliseconds::max();
  milliseconds most(0);
  milliseconds all(0);
  for (int call = 0; call < calls; ++call) {
    const milliseconds waits = waits_together(random);
    least = std::min(least, waits);
    most = std::max(most, waits);
    all += waits;
  }

  // Each wait is cut to whole milliseconds.
  EXPECT_GE(least, milliseconds(5'000 - 5));
  EXPECT_LE(most, milliseconds(10'500));
  EXPECT_NEAR(static_cast<double>(all.count()) / calls, 7'750, 50);
}

}  // namespace
}  // namespace v0
}  // namespace ionoscloud::container_registry
