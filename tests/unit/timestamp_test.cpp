// SPDX-License-Identifier: Apache-2.0
#include <ionoscloud/container_registry/timestamp.hpp>

#include <gtest/gtest.h>

#include <chrono>
#include <cstdint>
#include <cstdio>
#include <ctime>
#include <optional>
#include <sstream>
#include <string>
#include <string_view>
#include <type_traits>

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

using std::chrono::hours;
using std::chrono::microseconds;
using std::chrono::minutes;
using std::chrono::seconds;

static_assert(std::is_convertible_v<std::chrono::system_clock::time_point, Timestamp>);
static_assert(!std::is_convertible_v<std::chrono::steady_clock::time_point, Timestamp>);
static_assert(!std::is_convertible_v<std::int64_t, Timestamp>);

Timestamp at(std::int64_t seconds_since_epoch, std::int64_t micros = 0) {
  return Timestamp() + seconds(seconds_since_epoch) + microseconds(micros);
}

/// 2026-11-24T10:00:00Z.
constexpr std::int64_t a_tuesday = 1'795'514'400;

struct Reading {
  const char* text;
  Timestamp expected;
};

class TimestampReads : public ::testing::TestWithParam<Reading> {};

TEST_P(TimestampReads, Form) {
  const auto [text, expected] = GetParam();

  const auto read = Timestamp::parse(text);

  ASSERT_TRUE(read.has_value()) << text;
  EXPECT_EQ((*read - Timestamp()).count(), (expected - Timestamp()).count()) << text;
}

INSTANTIATE_TEST_SUITE_P(
    Lenient, TimestampReads,
    ::testing::Values(Reading{"2026-11-24T10:00:00Z", at(a_tuesday)},
                      Reading{"2026-11-24t10:00:00z", at(a_tuesday)},
                      Reading{"2026-11-24 10:00:00Z", at(a_tuesday)},
                      Reading{"2026-11-24T10:00Z", at(a_tuesday)},
                      Reading{"2026-11-24T10:00:00", at(a_tuesday)},
                      Reading{"2026-11-24 10:00", at(a_tuesday)},
                      Reading{"2026-11-24T10:00+00:00", at(a_tuesday)},
                      Reading{"2026-11-24T10:00:00+00:00", at(a_tuesday)},
                      Reading{"2026-11-24T10:00:00-00:00", at(a_tuesday)},
                      Reading{"2026-11-24T12:00:00+02:00", at(a_tuesday)},
                      Reading{"2026-11-24T12:00:00+0200", at(a_tuesday)},
                      Reading{"2026-11-24T04:30:00-05:30", at(a_tuesday)},
                      Reading{"2026-11-24T04:30:00-0530", at(a_tuesday)},
                      Reading{"2026-11-25T09:59:00+23:59", at(a_tuesday)},
                      Reading{"2026-11-23T10:01:00-23:59", at(a_tuesday)},
                      Reading{"2026-11-24T10:00:00.Z", at(a_tuesday)},
                      Reading{"2026-11-24T10:00:00.5Z", at(a_tuesday, 500'000)},
                      Reading{"2026-11-24T10:00:00.000001Z", at(a_tuesday, 1)},
                      Reading{"2026-11-24T10:00:00.123456Z", at(a_tuesday, 123'456)},
                      Reading{"2026-11-24T10:00:00.123456789Z", at(a_tuesday, 123'456)},
                      Reading{"2026-11-24T10:00:00.999999999Z", at(a_tuesday, 999'999)},
                      Reading{"2026-11-24T10:00:00.25+0000", at(a_tuesday, 250'000)},
                      Reading{"2026-11-24T09:59:60Z", at(a_tuesday)}));

INSTANTIATE_TEST_SUITE_P(TheCalendar, TimestampReads,
                         ::testing::Values(Reading{"1970-01-01T00:00:00Z", at(0)},
                                           Reading{"1969-12-31T23:59:59Z", at(-1)},
                                           Reading{"1969-12-31T23:59:59.999999Z", at(-1, 999'999)},
                                           Reading{"2000-02-29T00:00:00Z", at(951'782'400)},
                                           Reading{"2000-03-01T00:00:00Z", at(951'868'800)},
                                           Reading{"2024-02-29T00:00:00Z", at(1'709'164'800)},
                                           Reading{"1900-03-01T00:00:00Z", at(-2'203'891'200)},
                                           Reading{"0000-01-01T00:00:00Z", at(-62'167'219'200)},
                                           Reading{"0000-01-01T00:00:00+00:01",
                                                   at(-62'167'219'260)},
                                           Reading{"9999-12-31T23:59:59Z", at(253'402'300'799)}));

class TimestampRejects : public ::testing::TestWithParam<const char*> {};

TEST_P(TimestampRejects, Form) { EXPECT_EQ(Timestamp::parse(GetParam()), std::nullopt); }

INSTANTIATE_TEST_SUITE_P(
    WhatIsNotADate, TimestampRejects,
    ::testing::Values("", " ", "tomorrow", "1795514400", "2026-11-24", "10:00:00Z", "2026-11-24T",
                      "2026-11-24T10", "2026-11-24T10:", "2026-11-24T10:0", "2026-11-24T10Z",
                      "2026-11-24T10:00:0Z", "2026-11-24T10:00:", "2026-11-24T10:00:00 Z",
                      "2026-11-24T10:00:00Z ", " 2026-11-24T10:00:00Z", "2026-11-24T10:00:00Zulu",
                      "2026-11-24T10:00:00ZZ", "2026-11-24  10:00:00Z", "2026-11-24_10:00:00Z",
                      "2026-11-24T10:00:00,5Z", "2026-11-24T10:00.5Z",
                      "2026-11-24T10:00:00.1234567890Z", "2026/11/24T10:00:00Z", "20261124T100000Z",
                      "2026-11-24T100000Z", "26-11-24T10:00:00Z", "12026-11-24T10:00:00Z",
                      "+2026-11-24T10:00:00Z", "-026-11-24T10:00:00Z", "2026-W48-2T10:00:00Z",
                      "2026-328T10:00:00Z", "Tue, 24 Nov 2026 10:00:00 GMT",
                      "2026-11-24T10:00:00+2", "2026-11-24T10:00:00+02", "2026-11-24T10:00:00+02:",
                      "2026-11-24T10:00:00+02:0", "2026-11-24T10:00:00+02:000",
                      "2026-11-24T10:00:00+020", "2026-11-24T10:00:00+", "2026-11-24T10:00:00UTC",
                      "2026-11-24T10:00:00\xe2\x88\x92"
                      "02:00",
                      "２026-11-24T10:00:00Z"));

INSTANTIATE_TEST_SUITE_P(WhatTheCalendarDoesNotHave, TimestampRejects,
                         ::testing::Values("2026-00-24T10:00:00Z", "2026-13-24T10:00:00Z",
                                           "2026-11-00T10:00:00Z", "2026-11-31T10:00:00Z",
                                           "2026-02-29T10:00:00Z", "1900-02-29T10:00:00Z",
                                           "2100-02-29T10:00:00Z", "2024-02-30T10:00:00Z",
                                           "2026-11-24T24:00:00Z", "2026-11-24T10:60:00Z",
                                           "2026-11-24T10:00:61Z", "2026-11-24T10:00:00+24:00",
                                           "2026-11-24T10:00:00+02:60", "2026-11-24T-1:00:00Z"));

TEST(Timestamp, RejectsTextAfterANul) {
  EXPECT_EQ(Timestamp::parse(std::string_view("2026-11-24T10:00:00Z\0", 21)), std::nullopt);
  EXPECT_EQ(Timestamp::parse(std::string_view("2026-11-24T10:00:00\0Z", 21)), std::nullopt);
}

TEST(Timestamp, RejectsEveryDateThatIsCutBeforeItsMinutes) {
  constexpr std::string_view whole = "2026-11-24T10:00:00Z";
  constexpr std::size_t up_to_the_minutes = 16;

  for (std::size_t size = 0; size < up_to_the_minutes; ++size) {
    EXPECT_EQ(Timestamp::parse(whole.substr(0, size)), std::nullopt) << whole.substr(0, size);
  }
}

struct Writing {
  Timestamp moment;
  const char* expected;
};

class TimestampWrites : public ::testing::TestWithParam<Writing> {};

TEST_P(TimestampWrites, WholeSecondsInUtc) {
  EXPECT_EQ(GetParam().moment.to_string(), GetParam().expected);
}

INSTANTIATE_TEST_SUITE_P(All, TimestampWrites,
                         ::testing::Values(Writing{at(0), "1970-01-01T00:00:00Z"},
                                           Writing{at(a_tuesday), "2026-11-24T10:00:00Z"},
                                           Writing{at(a_tuesday, 999'999), "2026-11-24T10:00:00Z"},
                                           Writing{at(-1), "1969-12-31T23:59:59Z"},
                                           Writing{at(0, -1), "1969-12-31T23:59:59Z"},
                                           Writing{at(-86'400), "1969-12-31T00:00:00Z"},
                                           Writing{at(-86'401), "1969-12-30T23:59:59Z"},
                                           Writing{at(951'782'400), "2000-02-29T00:00:00Z"},
                                           Writing{at(-62'167'219'200), "0000-01-01T00:00:00Z"},
                                           Writing{at(253'402'300'799, 999'999),
                                                   "9999-12-31T23:59:59Z"}));

TEST(Timestamp, WritesEveryValueOfItsRange) {
  constexpr auto first = Timestamp(Timestamp::TimePoint::min());
  constexpr auto last = Timestamp(Timestamp::TimePoint::max());

  EXPECT_EQ(first.to_string(), "-290308-12-21T19:59:05Z");
  EXPECT_EQ(last.to_string(), "294247-01-10T04:00:54Z");
}

/// Whether the C library covers all tested times. A `time_t` of 32 bits ends in 2038.
constexpr bool c_library_knows_all = sizeof(std::time_t) >= sizeof(std::int64_t);

std::string as_the_c_library_writes(std::int64_t second) {
  const auto moment = static_cast<std::time_t>(second);
  std::tm parts{};
  gmtime_r(&moment, &parts);
  char text[64];
  std::snprintf(text, sizeof text, "%04d-%02d-%02dT%02d:%02d:%02dZ", parts.tm_year + 1900,
                parts.tm_mon + 1, parts.tm_mday, parts.tm_hour, parts.tm_min, parts.tm_sec);
  return text;
}

TEST(Timestamp, AgreesWithTheCLibraryFromTheYear0To9999) {
  if (!c_library_knows_all) GTEST_SKIP() << "time_t has 32 bits";
  constexpr std::int64_t first = -62'167'219'200;
  constexpr std::int64_t last = 253'402'300'799;
  // A bit less than ten weeks, and no whole number of days or hours.
  constexpr std::int64_t step = 5'999'993;

  for (std::int64_t moment = first; moment <= last; moment += step) {
    const std::string expected = as_the_c_library_writes(moment);
    ASSERT_EQ(at(moment).to_string(), expected);
    ASSERT_EQ(Timestamp::parse(expected), at(moment)) << expected;
  }
}

TEST(Timestamp, AgreesWithTheCLibraryOnEachDayOfFourCenturies) {
  if (!c_library_knows_all) GTEST_SKIP() << "time_t has 32 bits";
  constexpr std::int64_t first = -11'676'096'000;  // 1600-01-01
  constexpr std::int64_t day = 86'400;

  for (std::int64_t moment = first; moment < first + 146'097 * day; moment += day) {
    const std::string expected = as_the_c_library_writes(moment);
    ASSERT_EQ(at(moment).to_string(), expected);
    ASSERT_EQ(Timestamp::parse(expected), at(moment)) << expected;
  }
}

TEST(Timestamp, IsRoundedDownToMicroseconds) {
  using Nanos = std::chrono::time_point<std::chrono::system_clock, std::chrono::nanoseconds>;

  EXPECT_EQ(Timestamp(Nanos(std::chrono::nanoseconds(1'999))), at(0, 1));
  EXPECT_EQ(Timestamp(Nanos(std::chrono::nanoseconds(-1))), at(0, -1));
}

TEST(Timestamp, EqualsTheSameTimeInAnotherFormat) {
  EXPECT_EQ(Timestamp::parse("2026-11-24T10:00:00Z"), Timestamp::parse("2026-11-24 12:00+0200"));
}

TEST(Timestamp, CountsWithDurations) {
  const Timestamp start = at(a_tuesday);

  const Timestamp later = start + hours(24) - minutes(1);

  EXPECT_EQ(later - start, hours(24) - minutes(1));
  EXPECT_EQ(later.to_string(), "2026-11-25T09:59:00Z");
}

TEST(Timestamp, IsOrderedByTime) {
  EXPECT_TRUE(at(1) < at(2));
  EXPECT_TRUE(at(2) > at(1));
  EXPECT_TRUE(at(1) <= at(1));
  EXPECT_TRUE(at(1) >= at(1));
  EXPECT_TRUE(at(1) != at(1, 1));
}

TEST(Timestamp, PrintsAsItIsSent) {
  std::ostringstream out;

  out << at(a_tuesday);

  EXPECT_EQ(out.str(), "2026-11-24T10:00:00Z");
}

TEST(Timestamp, NowIsWhatTheSystemClockSays) {
  const Timestamp before = std::chrono::system_clock::now();
  const Timestamp now = Timestamp::now();
  const Timestamp after = std::chrono::system_clock::now();

  EXPECT_TRUE(before <= now && now <= after);
}

}  // namespace
}  // namespace v0
}  // namespace ionoscloud::container_registry
