// SPDX-License-Identifier: Apache-2.0
#include "curl/http_date.hpp"

#include <gtest/gtest.h>

#include <cstdint>

#include "testing/generated_values.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

std::int64_t seconds_of(const char* text) {
  const auto date = parse_http_date(text);
  return date ? date->time_since_epoch().count() : -1;
}

TEST(HttpDate, IsReadInEachFormat) {
  EXPECT_EQ(seconds_of("Sun, 06 Nov 1994 08:49:37 GMT"), 784111777);
  EXPECT_EQ(seconds_of("Sunday, 06-Nov-94 08:49:37 GMT"), 784111777);
  EXPECT_EQ(seconds_of("Sun Nov  6 08:49:37 1994"), 784111777);
}

// A `time_t` of 32 bits ends in 2038.
TEST(HttpDate, IsReadBeyondTheRangeOfATimeT) {
  EXPECT_EQ(seconds_of("Wed, 25 Nov 2099 20:38:18 GMT"), 4099322298);
  EXPECT_EQ(seconds_of("Fri, 31 Dec 9999 23:59:59 GMT"), 253402300799);
}

TEST(HttpDate, HasALeapDayWhereItsYearHas) {
  EXPECT_EQ(seconds_of("Tue, 29 Feb 2400 00:00:00 GMT") + 86400,
            seconds_of("Wed, 01 Mar 2400 00:00:00 GMT"));
  EXPECT_EQ(seconds_of("Sun, 28 Feb 2100 00:00:00 GMT") + 86400,
            seconds_of("Mon, 01 Mar 2100 00:00:00 GMT"));
}

TEST(HttpDate, IsInvalidBeforeTheCalendar) {
  EXPECT_FALSE(parse_http_date("Sun, 06 Nov 1582 08:49:37 GMT"));
}

TEST(HttpDate, IsInvalidWithAYearAlone) { EXPECT_FALSE(parse_http_date("2026")); }

TEST(StubHttpDate, IsWrittenInTheFormatOfHttp) {
  EXPECT_EQ(testing::stub::http_date(*Timestamp::parse("1994-11-06T08:49:37Z")),
            "Sun, 06 Nov 1994 08:49:37 GMT");
  EXPECT_EQ(testing::stub::http_date(*Timestamp::parse("2028-02-29T23:59:59.9Z")),
            "Tue, 29 Feb 2028 23:59:59 GMT");
  EXPECT_EQ(testing::stub::http_date(Timestamp()), "Thu, 01 Jan 1970 00:00:00 GMT");
}

}  // namespace

}  // namespace v0
}  // namespace ionoscloud::container_registry
