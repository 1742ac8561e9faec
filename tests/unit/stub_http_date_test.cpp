// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "testing/http_date.hpp"

namespace cr = ionoscloud::container_registry;
using cr::testing::stub::http_date;

namespace {

TEST(StubHttpDate, IsWrittenAsHttpWantsIt) {
  EXPECT_EQ(http_date(*cr::Timestamp::parse("1994-11-06T08:49:37Z")),
            "Sun, 06 Nov 1994 08:49:37 GMT");
  EXPECT_EQ(http_date(*cr::Timestamp::parse("2028-02-29T23:59:59.9Z")),
            "Tue, 29 Feb 2028 23:59:59 GMT");
  EXPECT_EQ(http_date(cr::Timestamp()), "Thu, 01 Jan 1970 00:00:00 GMT");
}

}  // namespace
