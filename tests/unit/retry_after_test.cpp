// SPDX-License-Identifier: Apache-2.0
#include "runtime/retry_after.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <optional>
#include <string>

#include <ionoscloud/container_registry/timestamp.hpp>

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

using std::chrono::hours;
using std::chrono::milliseconds;
using std::chrono::seconds;

/// What a header says at 20:38:18 GMT on Wednesday, 25 November 2026.
std::optional<seconds> wait_of(const Headers& headers, milliseconds later = milliseconds(0)) {
  const auto now = Timestamp::parse("2026-11-25T20:38:18Z");
  return retry_after(headers, now->time_point() + later);
}

std::optional<seconds> wait_of(const std::string& value) {
  return wait_of(Headers{{"Retry-After", value}});
}

TEST(RetryAfter, IsNothingWithoutTheHeader) {
  EXPECT_EQ(wait_of(Headers{}), std::nullopt);
  EXPECT_EQ(wait_of(Headers{{"Retry-After-Ms", "5"}}), std::nullopt);
}

TEST(RetryAfter, ReadsSeconds) {
  EXPECT_EQ(wait_of("120"), seconds(120));
  EXPECT_EQ(wait_of("0"), seconds(0));
  EXPECT_EQ(wait_of("007"), seconds(7));
  EXPECT_EQ(wait_of(" 5\t"), seconds(5));
}

TEST(RetryAfter, RoundsADecimalUp) {
  EXPECT_EQ(wait_of("1.5"), seconds(2));
  EXPECT_EQ(wait_of("2.0"), seconds(2));
  EXPECT_EQ(wait_of("2.000000001"), seconds(3));
  EXPECT_EQ(wait_of("0.0"), seconds(0));
  EXPECT_EQ(wait_of(".25"), seconds(1));
  EXPECT_EQ(wait_of("3."), seconds(3));
  EXPECT_EQ(wait_of("2." + std::string(1000, '0')), seconds(2));
  EXPECT_EQ(wait_of("2." + std::string(1000, '9')), seconds(3));
}

TEST(RetryAfter, ReadsADurationAsGoWritesIt) {
  EXPECT_EQ(wait_of("120s"), seconds(120));
  EXPECT_EQ(wait_of("1m30s"), seconds(90));
  EXPECT_EQ(wait_of("1h0m1.5s"), seconds(3602));
  EXPECT_EQ(wait_of("500ms"), seconds(1));
  EXPECT_EQ(wait_of("3000ms"), seconds(3));
}

TEST(RetryAfter, IsTheLongestOfValuesThatAProxyHasJoined) {
  EXPECT_EQ(wait_of("2, 2"), seconds(2));
  EXPECT_EQ(wait_of("1,5 ,3"), seconds(5));
  EXPECT_EQ(wait_of(",,4,"), seconds(4));
  EXPECT_EQ(wait_of("soon, 2"), seconds(2));
  EXPECT_EQ(wait_of("10, Wed, 25 Nov 2026 20:38:48 GMT, 20"), seconds(30));
  EXPECT_EQ(wait_of("Wed, 25 Nov 2026 20:38:48 GMT, Wed, 25 Nov 2026 20:38:58 GMT"), seconds(40));
  EXPECT_EQ(wait_of("Wed Nov 25 20:38:48 2026, 20"), seconds(30));
}

TEST(RetryAfter, IsReadOutOfQuotes) {
  EXPECT_EQ(wait_of("\"120\""), seconds(120));
  EXPECT_EQ(wait_of("\"Wed, 25 Nov 2026 20:38:48 GMT\""), seconds(30));
}

TEST(RetryAfter, MeasuresADateByTheClockOfTheResponse) {
  for (const std::string date : {"Wed, 25 Nov 2026 19:38:18 GMT",
                                 "Wednesday, 25-Nov-26 19:38:18 GMT", "Wed Nov 25 19:38:18 2026"}) {
    EXPECT_EQ(wait_of(Headers{{"Date", date}, {"Retry-After", "Wed, 25 Nov 2026 19:38:21 GMT"}}),
              seconds(3))
        << date;
  }
  EXPECT_EQ(wait_of(Headers{{"retry-after", "Wed, 25 Nov 2026 20:40:21 GMT"},
                            {"date", "Wed, 25 Nov 2026 20:40:18 GMT"}}),
            seconds(3));
}

TEST(RetryAfter, MeasuresADateByTheLocalClockWhenTheResponseHasNoneThatCanBeRead) {
  for (const std::string date :
       {"", "now", "2026-11-25T19:38:18Z", "Wed, 99 Nov 2026 19:38:18 GMT"}) {
    EXPECT_EQ(wait_of(Headers{{"Date", date}, {"Retry-After", "Wed, 25 Nov 2026 20:38:48 GMT"}}),
              seconds(30))
        << date;
  }
}

TEST(RetryAfter, MeasuresNoSecondsByAnyClock) {
  EXPECT_EQ(wait_of(Headers{{"Date", "Wed, 25 Nov 1999 19:38:18 GMT"}, {"Retry-After", "3"}}),
            seconds(3));
}

TEST(RetryAfter, BearsAnyDateOfTheResponse) {
  EXPECT_EQ(wait_of(Headers{{"Date", "Fri, 31 Dec 9999 23:59:59 GMT"},
                            {"Retry-After", "Wed, 25 Nov 2026 20:38:48 GMT"}}),
            seconds(0));
  EXPECT_EQ(wait_of(Headers{{"Date", "Mon, 01 Jan 1900 00:00:00 GMT"},
                            {"Retry-After", "Fri, 31 Dec 9999 23:59:59 GMT"}}),
            hours(24));
}

TEST(RetryAfter, FindsTheHeaderInAnyCase) {
  EXPECT_EQ(wait_of(Headers{{"retry-after", "3"}}), seconds(3));
}

TEST(RetryAfter, ReadsADate) {
  EXPECT_EQ(wait_of("Wed, 25 Nov 2026 20:38:48 GMT"), seconds(30));
  EXPECT_EQ(wait_of("Thu, 26 Nov 2026 00:00:00 GMT"), seconds(12'102));
}

TEST(RetryAfter, ReadsTheOldFormsOfDates) {
  EXPECT_EQ(wait_of("Wednesday, 25-Nov-26 20:38:48 GMT"), seconds(30));
  EXPECT_EQ(wait_of("Wed Nov 25 20:38:48 2026"), seconds(30));
}

TEST(RetryAfter, RoundsTheWaitForADateUp) {
  const Headers headers = {{"Retry-After", "Wed, 25 Nov 2026 20:38:48 GMT"}};

  EXPECT_EQ(wait_of(headers, milliseconds(29'001)), seconds(1));
}

TEST(RetryAfter, IsZeroForADateThatHasPassed) {
  EXPECT_EQ(wait_of("Wed, 25 Nov 2026 20:38:17 GMT"), seconds(0));
  EXPECT_EQ(wait_of("Thu, 01 Jan 1970 00:00:01 GMT"), seconds(0));
  EXPECT_EQ(wait_of("Mon, 01 Jan 1900 00:00:00 GMT"), seconds(0));
}

TEST(RetryAfter, IsAtMostADay) {
  EXPECT_EQ(wait_of("86400"), hours(24));
  EXPECT_EQ(wait_of("86401"), hours(24));
  EXPECT_EQ(wait_of("9223372036854775807"), hours(24));
  EXPECT_EQ(wait_of("9223372036854775808"), hours(24));
  EXPECT_EQ(wait_of(std::string(1000, '9')), hours(24));
  EXPECT_EQ(wait_of("Wed, 25 Nov 2099 20:38:18 GMT"), hours(24));
}

// In nanoseconds, dates after 2262 once overflowed and were taken for the past.
TEST(RetryAfter, IsAtMostADayForADateThatNanosecondsCannotHold) {
  EXPECT_EQ(wait_of("Fri, 31 Dec 9999 23:59:59 GMT"), hours(24));
  EXPECT_EQ(wait_of("Wed, 25 Nov 2400 20:38:18 GMT"), hours(24));
  EXPECT_EQ(wait_of("Fri, 31 Dec 2000000000 23:59:59 GMT"), hours(24));
  EXPECT_EQ(wait_of("Fri, 31 Dec 99999999999999999999 23:59:59 GMT"), hours(24));
}

TEST(RetryAfter, IgnoresWhatItCannotRead) {
  for (const char* value : {"",
                            " ",
                            ",",
                            ".",
                            "-1",
                            "-1.5",
                            "+5",
                            "1e3",
                            "0x10",
                            "1.2.3",
                            "5 seconds",
                            "5 s",
                            "5d",
                            "s",
                            "1m30",
                            "30 1m",
                            "\"",
                            "soon",
                            "Wed",
                            "Nov",
                            "Wed, 99 Nov 2026 20:38:18 GMT",
                            "Wed, 25 Foo 2026 20:38:18 GMT",
                            "2026-11-25T20:38:48Z",
                            "\xff"}) {
    EXPECT_EQ(wait_of(value), std::nullopt) << ::testing::PrintToString(value);
  }
  EXPECT_EQ(wait_of(std::string("5\0"
                                "0",
                                3)),
            std::nullopt);
  EXPECT_EQ(wait_of(std::string("Wed, 25 Nov 2026 20:38:48 GMT\0, or so", 36)), std::nullopt);
}

TEST(RetryAfter, IsTheLongestOfSeveral) {
  EXPECT_EQ(wait_of(Headers{{"Retry-After", "1"}, {"Retry-After", "3"}, {"Retry-After", "2"}}),
            seconds(3));
}

TEST(RetryAfter, IsTheOneThatCanBeReadOfSeveral) {
  EXPECT_EQ(wait_of(Headers{{"Retry-After", "soon"}, {"Retry-After", "2"}}), seconds(2));
  EXPECT_EQ(wait_of(Headers{{"Retry-After", "2"}, {"Retry-After", "-5"}}), seconds(2));
}

}  // namespace
}  // namespace v0
}  // namespace ionoscloud::container_registry
