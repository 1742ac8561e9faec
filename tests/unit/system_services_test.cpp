// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <chrono>
#include <set>
#include <thread>
#include <vector>

#include "runtime/services.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

using SteadyClock = std::chrono::steady_clock;
using std::chrono::hours;
using std::chrono::milliseconds;

TEST(SystemClock, IsTheMachines) {
  const RuntimeServices services = system_services();

  const auto before = SteadyClock::now();
  const auto now = services.clock->now();
  const auto after = SteadyClock::now();

  EXPECT_TRUE(before <= now && now <= after);
}

TEST(SystemSleeper, SleepsNotBeforeItsTime) {
  const RuntimeServices services = system_services();
  const auto time = SteadyClock::now() + milliseconds(2);

  services.sleeper->sleep_until(time, CancellationToken());

  EXPECT_GE(SteadyClock::now(), time);
}

TEST(SystemSleeper, SleepsNotAtAllUntilATimeThatHasPassed) {
  const RuntimeServices services = system_services();

  services.sleeper->sleep_until(SteadyClock::now() - hours(1), CancellationToken());
  services.sleeper->sleep_until(SteadyClock::time_point(), CancellationToken());

  SUCCEED() << "it came back";
}

TEST(SystemSleeper, SleepsNotAtAllWhenCancelledBefore) {
  const RuntimeServices services = system_services();
  CancellationSource source;
  source.cancel();
  const auto time = SteadyClock::now() + hours(1);

  services.sleeper->sleep_until(time, source.token());

  EXPECT_LT(SteadyClock::now(), time);
}

TEST(SystemSleeper, WakesUpWhenCancelled) {
  const RuntimeServices services = system_services();
  CancellationSource source;
  const auto time = SteadyClock::now() + hours(1);
  std::thread canceller([&] { source.cancel(); });

  services.sleeper->sleep_until(time, source.token());
  canceller.join();

  EXPECT_LT(SteadyClock::now(), time);
}

TEST(SystemRandom, IsFromZeroToBelowOne) {
  const RuntimeServices services = system_services();

  for (int i = 0; i < 10'000; ++i) {
    const double number = services.random->next();
    ASSERT_GE(number, 0.0);
    ASSERT_LT(number, 1.0);
  }
}

TEST(SystemRandom, DiffersFromCallToCallAndFromClientToClient) {
  std::set<double> numbers;
  for (int i = 0; i < 10; ++i) {
    const RuntimeServices services = system_services();
    numbers.insert(services.random->next());
    numbers.insert(services.random->next());
  }

  EXPECT_GT(numbers.size(), 15u);
}

TEST(SystemRandom, ServesManyThreads) {
  const RuntimeServices services = system_services();
  std::vector<std::thread> threads;
  std::vector<double> sums(8, 0.0);
  for (double& sum : sums) {
    threads.emplace_back([&services, &sum] {
      for (int i = 0; i < 1'000; ++i) sum += services.random->next();
    });
  }

  for (std::thread& thread : threads) thread.join();

  for (const double sum : sums) EXPECT_GT(sum, 0.0);
}

}  // namespace
}  // namespace v0
}  // namespace ionoscloud::container_registry
