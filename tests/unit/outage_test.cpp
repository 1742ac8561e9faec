// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <functional>
#include <vector>

#include "support/outage_simulation.hpp"

/// @file
/// What calls get out of the defaults of `RetryPolicy` and the budget, as docs/guides promises it.

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

using std::chrono::minutes;
using std::chrono::seconds;
using Time = OutageScene::Time;
using Service = std::function<int(Time, double)>;

constexpr std::size_t reserve = 160;

/// A service that responds with 503 in [`from`, `until`), and is well before and behind.
Service down(Time from, Time until) {
  return [=](Time at, double) { return at >= from && at < until ? 503 : 200; };
}

/// A service that fails some of its requests, always.
Service flaky(double share) {
  return [=](Time, double chance) { return chance < share ? 503 : 200; };
}

/// How many of the calls from `first` on succeeded.
std::size_t successes_from(const OutageScene& scene, const OutageResult& result, Time first) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < scene.calls.size(); ++i) {
    if (scene.calls[i] >= first && result.succeeded[i]) ++count;
  }
  return count;
}

TEST(Outage, OfFiveSecondsIsSurvivedByThirtyTwoCallsAtOnce) {
  const OutageScene scene{at_once(32), down(seconds(0), seconds(5))};
  for (std::uint32_t seed = 0; seed < 50; ++seed) {
    EXPECT_EQ(play(scene, seed).successes(), 32u) << "seed " << seed;
  }
}

TEST(Outage, OfFiveSecondsIsSurvivedByACallASecond) {
  const OutageScene scene{steady(1, minutes(1)), down(seconds(20), seconds(25))};

  EXPECT_EQ(play(scene, 1).successes(), scene.calls.size());
}

TEST(Outage, IsNotAmplifiedHoweverLongItLasts) {
  for (const auto& calls : {at_once(1000), steady(10, minutes(5)), steady(100, minutes(1))}) {
    const OutageResult result = play({calls, down(seconds(0), minutes(60))}, 1);

    EXPECT_LE(result.requests_a_call(), 1.3) << calls.size() << " calls";
    EXPECT_LE(result.requests, calls.size() + reserve);
  }
}

TEST(Outage, BlocksNobodyWhenItIsOver) {
  for (const int rate : {1, 10, 100}) {
    const OutageScene scene{steady(rate, minutes(3)), down(seconds(0), minutes(2))};
    const OutageResult result = play(scene, 1);

    EXPECT_EQ(successes_from(scene, result, minutes(2)), steady(rate, minutes(1)).size()) << rate;
  }
}

TEST(Outage, IsSurvivedAgainWhenEnoughCallsHaveSucceeded) {
  // A minute in which all is lost, then five successes for each retry of the reserve.
  OutageScene scene{steady(10, seconds(60 + 80)), nullptr};
  scene.calls.insert(scene.calls.end(), 32, seconds(150));
  scene.status = [](Time at, double) {
    return at < seconds(60) || (at >= seconds(150) && at < seconds(155)) ? 503 : 200;
  };

  EXPECT_EQ(successes_from(scene, play(scene, 1), seconds(150)), 32u);
}

TEST(Outage, TakesNoRetriesAwayWhileOneRequestInTenFails) {
  const OutageScene scene{steady(10, minutes(5)), flaky(0.1)};

  EXPECT_EQ(play(scene, 1).successes(), scene.calls.size());
}

TEST(Outage, IsNotAmplifiedByAServiceThatFailsNowAndThen) {
  for (const double share : {0.2, 0.3, 0.5, 0.9}) {
    const OutageScene scene{steady(10, minutes(10)), flaky(share)};

    EXPECT_LE(play(scene, 1).requests_a_call(), 1.3) << share;
  }
}

/// A row of the table in docs/guides/retries-and-safety.md.
struct Row {
  const char* load;
  std::vector<Time> calls;
  seconds length;
};

TEST(Outage, CostsNoMoreThanTheReserveUnderAnyLoad) {
  std::vector<Row> rows;
  for (const seconds length : {seconds(1), seconds(5), seconds(10)}) {
    for (const std::size_t count : {1u, 8u, 32u, 128u, 1000u}) {
      rows.push_back({"at once", at_once(count), length});
    }
    for (const int rate : {1, 10, 100}) rows.push_back({"steady", steady(rate, length), length});
  }
  for (const int rate : {10, 100}) {
    rows.push_back({"steady", steady(rate, minutes(3)), minutes(3)});
  }

  std::printf("    calls           outage  succeed  requests a call\n");
  for (const Row& row : rows) {
    const OutageResult result = play({row.calls, down(seconds(0), row.length)}, 1);
    std::printf(
        "%9zu %-8s %6d s  %6.1f %%  %.2f\n", row.calls.size(), row.load,
        static_cast<int>(row.length.count()),
        100.0 * static_cast<double>(result.successes()) / static_cast<double>(row.calls.size()),
        result.requests_a_call());

    // What succeeds earns a fifth of a retry.
    EXPECT_LE(result.requests, row.calls.size() + reserve + result.successes() / 5);
  }
}

}  // namespace
}  // namespace v0
}  // namespace ionoscloud::container_registry
