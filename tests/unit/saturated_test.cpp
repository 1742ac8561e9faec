// SPDX-License-Identifier: Apache-2.0
#include <ionoscloud/container_registry/saturated.hpp>

#include <gtest/gtest.h>

#include <limits>

#include <ionoscloud/container_registry/timestamp.hpp>

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

using std::chrono::duration;
using std::chrono::hours;
using std::chrono::microseconds;
using std::chrono::milliseconds;
using std::chrono::nanoseconds;
using std::chrono::system_clock;

TEST(Saturated, IsTheSameTimeWhereItCanBe) {
  static_assert(saturated<nanoseconds>(milliseconds(7)) == nanoseconds(7'000'000));
  static_assert(saturated<nanoseconds>(nanoseconds::max()) == nanoseconds::max());
  static_assert(saturated<milliseconds>(nanoseconds::min()) ==
                std::chrono::floor<milliseconds>(nanoseconds::min()));
  EXPECT_EQ(saturated<milliseconds>(nanoseconds(-1)), milliseconds(-1));
  EXPECT_EQ(saturated<milliseconds>(duration<double>(0.0015)), milliseconds(1));
}

TEST(Saturated, IsTheLongestOrTheShortestElsewhere) {
  EXPECT_EQ(saturated<nanoseconds>(hours::max()), nanoseconds::max());
  EXPECT_EQ(saturated<nanoseconds>(hours::min()), nanoseconds::min());
  EXPECT_EQ(saturated<nanoseconds>(duration<double>::max()), nanoseconds::max());
  EXPECT_EQ(saturated<nanoseconds>(-duration<double>::max()), nanoseconds::min());
  constexpr double infinity = std::numeric_limits<double>::infinity();
  EXPECT_EQ(saturated<nanoseconds>(duration<double>(infinity)), nanoseconds::max());
  EXPECT_EQ(saturated<nanoseconds>(duration<double>(-infinity)), nanoseconds::min());
}

TEST(Saturated, IsNoTimeForWhatIsNoNumber) {
  EXPECT_EQ(saturated<nanoseconds>(duration<double>(std::numeric_limits<double>::quiet_NaN())),
            nanoseconds(0));
}

TEST(TimestampAtItsEnds, IsAsFarAsItCanBe) {
  constexpr Timestamp last(Timestamp::TimePoint::max());
  constexpr Timestamp first(Timestamp::TimePoint::min());
  EXPECT_EQ(Timestamp(std::chrono::time_point<system_clock, hours>::max()), last);
  EXPECT_EQ(Timestamp(std::chrono::time_point<system_clock, hours>::min()), first);
  EXPECT_EQ(Timestamp::now() + hours::max(), last);
  EXPECT_EQ(Timestamp::now() - hours::max(), first);
  EXPECT_EQ(last + microseconds(1), last);
  EXPECT_EQ(first - microseconds(1), first);
  EXPECT_EQ(last - first, microseconds::max());
  EXPECT_EQ(first - last, microseconds::min());
}

TEST(TimestampAtItsEnds, IsExactBeforeThem) {
  constexpr Timestamp last(Timestamp::TimePoint::max());
  EXPECT_EQ((last - microseconds(1)) + microseconds(1), last);
  EXPECT_EQ(last - (last - microseconds(3)), microseconds(3));
}

}  // namespace
}  // namespace v0
}  // namespace ionoscloud::container_registry
