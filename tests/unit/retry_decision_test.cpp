// SPDX-License-Identifier: Apache-2.0
#include "runtime/retry_decision.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <limits>
#include <optional>

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

using std::chrono::hours;
using std::chrono::milliseconds;
using std::chrono::nanoseconds;
using std::chrono::seconds;

constexpr double almost_one = 1.0 - std::numeric_limits<double>::epsilon();

RetryPolicy patient_policy() {
  RetryPolicy policy;
  policy.max_attempts = 1'000'000;
  return policy;
}

/// A first attempt that may be repeated, and all the time in the world.
RetrySituation repeatable() {
  RetrySituation situation;
  situation.evidence.repeatable = true;
  situation.time_left = hours(48);
  situation.jitter = almost_one;
  return situation;
}

std::optional<milliseconds> wait_after(int attempts, double jitter) {
  RetrySituation situation = repeatable();
  situation.attempts = attempts;
  situation.jitter = jitter;
  return next_step(patient_policy(), situation);
}

TEST(RetryDecision, GivesUpWithoutHope) {
  RetrySituation situation = repeatable();
  situation.evidence.repeatable = false;

  EXPECT_EQ(next_step(patient_policy(), situation), std::nullopt);
}

TEST(RetryDecision, GivesUpAfterTheLastAttempt) {
  RetryPolicy policy;
  policy.max_attempts = 3;
  RetrySituation situation = repeatable();

  situation.attempts = 2;
  EXPECT_TRUE(next_step(policy, situation).has_value());
  situation.attempts = 3;
  EXPECT_FALSE(next_step(policy, situation).has_value());
  situation.attempts = 4;
  EXPECT_FALSE(next_step(policy, situation).has_value());
}

TEST(RetryDecision, NeverRepeatsWithoutAPolicyForIt) {
  EXPECT_EQ(next_step(RetryPolicy::none(), repeatable()), std::nullopt);
}

TEST(RetryDecision, MayWaitNotAtAll) {
  EXPECT_EQ(wait_after(1, 0.0), milliseconds(0));
  EXPECT_EQ(wait_after(5, 0.0), milliseconds(0));
}

TEST(RetryDecision, WaitsAtMostTheBaseDelayFirst) {
  EXPECT_EQ(wait_after(1, almost_one), milliseconds(499));
  EXPECT_EQ(wait_after(1, 0.5), milliseconds(250));
}

TEST(RetryDecision, DoublesTheBoundWithEachAttempt) {
  EXPECT_EQ(wait_after(2, 0.5), milliseconds(500));
  EXPECT_EQ(wait_after(3, 0.5), milliseconds(1'000));
  EXPECT_EQ(wait_after(4, 0.5), milliseconds(2'000));
}

TEST(RetryDecision, CapsTheBound) {
  EXPECT_EQ(wait_after(5, 0.5), milliseconds(4'000));
  EXPECT_EQ(wait_after(6, 0.5), milliseconds(5'000));
  EXPECT_EQ(wait_after(60, almost_one), milliseconds(9'999));
}

TEST(RetryDecision, StaysWithinTheCapAfterAnyNumberOfAttempts) {
  for (const int attempts : {64, 65, 1'000, 1'025, 999'999}) {
    EXPECT_EQ(wait_after(attempts, 0.5), milliseconds(5'000)) << attempts;
  }
}

TEST(RetryDecision, StaysWithinTheBoundForEveryRandomNumber) {
  for (int i = 0; i < 1'000; ++i) {
    const auto wait = wait_after(2, i / 1'000.0);

    ASSERT_TRUE(wait.has_value());
    EXPECT_GE(*wait, milliseconds(0));
    EXPECT_LT(*wait, milliseconds(1'000));
  }
}

TEST(RetryDecision, WaitsNotAtAllWithABaseDelayOfZero) {
  RetryPolicy policy = patient_policy();
  policy.base_delay = milliseconds(0);
  RetrySituation situation = repeatable();
  situation.attempts = 999;

  EXPECT_EQ(next_step(policy, situation), milliseconds(0));
}

TEST(RetryDecision, WaitsAtLeastAsLongAsTheServiceAsks) {
  RetrySituation situation = repeatable();
  situation.retry_after = seconds(7);

  EXPECT_EQ(next_step(patient_policy(), situation), seconds(7));
}

TEST(RetryDecision, WaitsItsOwnTimeWhenTheServiceAsksForLess) {
  RetrySituation situation = repeatable();
  situation.retry_after = seconds(0);
  situation.jitter = 0.5;

  EXPECT_EQ(next_step(patient_policy(), situation), milliseconds(250));
}

TEST(RetryDecision, TakesTheServicesWordBeyondItsOwnCap) {
  RetrySituation situation = repeatable();
  situation.retry_after = hours(24);

  EXPECT_EQ(next_step(patient_policy(), situation), hours(24));
}

TEST(RetryDecision, BeginsNoWaitThatDoesNotFitTheDeadline) {
  RetrySituation situation = repeatable();
  situation.retry_after = seconds(7);

  situation.time_left = seconds(7) + nanoseconds(1);
  EXPECT_TRUE(next_step(patient_policy(), situation).has_value());
  situation.time_left = seconds(7);
  EXPECT_FALSE(next_step(patient_policy(), situation).has_value());
  situation.time_left = seconds(6);
  EXPECT_FALSE(next_step(patient_policy(), situation).has_value());
}

TEST(RetryDecision, GivesUpWhenTheDeadlineHasPassed) {
  RetrySituation situation = repeatable();
  situation.jitter = 0.0;

  situation.time_left = nanoseconds(0);
  EXPECT_FALSE(next_step(patient_policy(), situation).has_value());
  situation.time_left = -seconds(1);
  EXPECT_FALSE(next_step(patient_policy(), situation).has_value());
}

}  // namespace
}  // namespace v0
}  // namespace ionoscloud::container_registry
