// SPDX-License-Identifier: Apache-2.0
// Fault matrix: Retry-After. What is too long for the deadline fails at once and is shown.
#include <gtest/gtest.h>

#include <array>
#include <chrono>
#include <ctime>
#include <optional>
#include <ostream>
#include <string>

#include "faults/outcome.hpp"
#include "faults/tested_operations.hpp"
#include "support/raw_server.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

using std::chrono::hours;
using std::chrono::seconds;

std::string http_date(std::chrono::system_clock::time_point time) {
  const std::time_t whole = std::chrono::system_clock::to_time_t(time);
  std::tm parts{};
  gmtime_r(&whole, &parts);
  std::array<char, 64> text{};
  std::strftime(text.data(), text.size(), "%a, %d %b %Y %H:%M:%S GMT", &parts);
  return text.data();
}

struct Wait {
  std::string name;
  /// The header lines.
  std::string headers;
  /// What is understood of them. The deadline is a minute away.
  std::optional<seconds> wait;

  friend std::ostream& operator<<(std::ostream& out, const Wait& row) { return out << row.name; }
};

std::string line(const std::string& value) { return "Retry-After: " + value + "\r\n"; }

/// A date two minutes ahead, of a service whose clock is off by `error`.
std::string by_a_clock(seconds error) {
  const auto now = std::chrono::system_clock::now() + error;
  return "Date: " + http_date(now) + "\r\n" + line(http_date(now + seconds(120)));
}

class RetryAfterHeader : public testing::TestWithParam<Wait> {
 protected:
  static RawServer::Script throttling(int status) {
    return once([status](RawConnection& client) {
      client.read_request();
      client.send(raw_response(status, "", GetParam().headers));
      serve(client);
    });
  }
};

class TooLong : public RetryAfterHeader {};

TEST_P(TooLong, FailsAtOnceAndIsShown) {
  for (const TestedOperation& operation : tested_operations()) {
    const RawServer server(throttling(429));
    try {
      operation.call(tokens_at(server.url()), {});
      ADD_FAILURE() << operation;
    } catch (const RateLimitedException& error) {
      EXPECT_EQ(error.attempts(), 1);
      ASSERT_TRUE(error.retry_after());
      // A date comes nearer while the tests run.
      EXPECT_LE(*error.retry_after(), *GetParam().wait);
      EXPECT_GT(*error.retry_after(), *GetParam().wait * 9 / 10);
    }
  }
}

TEST_P(TooLong, IsShownWithA503Too) {
  const RawServer server(throttling(503));
  try {
    find_and_post()[0].call(tokens_at(server.url()), {});
    FAIL();
  } catch (const ServiceException& error) {
    EXPECT_EQ(error.attempts(), 1);
    EXPECT_TRUE(error.retry_after());
  }
}

INSTANTIATE_TEST_SUITE_P(
    Header, TooLong,
    testing::Values(Wait{"Seconds", line("120"), seconds(120)},
                    Wait{"Date", line(http_date(std::chrono::system_clock::now() + hours(12))),
                         hours(12)},
                    Wait{"Huge", line("99999999999999999999999"), hours(24)},
                    Wait{"HugeDate", line("Fri, 31 Dec 9999 23:59:59 GMT"), hours(24)},
                    Wait{"TwoOfThem", line("1") + line("120"), seconds(120)},
                    Wait{"TwoJoined", line("120, 1"), seconds(120)},
                    Wait{"Decimal", line("119.5"), seconds(120)},
                    Wait{"DateByAClockAnHourBehind", by_a_clock(-hours(1)), seconds(120)},
                    Wait{"DateByAClockAnHourAhead", by_a_clock(hours(1)), seconds(120)}),
    testing::PrintToStringParamName());

class NoWait : public RetryAfterHeader {};

TEST_P(NoWait, IsTriedAgainAtOnce) {
  for (const TestedOperation& operation : tested_operations()) {
    const RawServer server(throttling(429));

    EXPECT_EQ(outcome_of(operation, tokens_at(server.url())), success) << operation;
    EXPECT_EQ(server.requests().size(), 2U);
  }
}

INSTANTIATE_TEST_SUITE_P(
    Header, NoWait,
    testing::Values(Wait{"Zero", line("0"), {}},
                    Wait{"PastDate", line("Sun, 06 Nov 1994 08:49:37 GMT"), {}},
                    Wait{"Negative", line("-5"), {}}, Wait{"Text", line("soon"), {}},
                    Wait{"Empty", line(""), {}}, Wait{"Exponent", line("1e3"), {}}),
    testing::PrintToStringParamName());

TEST(RetryAfter, ThatFitsIsWaitedFor) {
  const RawServer server(once([](RawConnection& client) {
    client.read_request();
    client.send(raw_response(429, "", line("1")));
    serve(client);
  }));
  const auto start = std::chrono::steady_clock::now();

  EXPECT_EQ(outcome_of(find_and_post()[2], tokens_at(server.url())), success);
  EXPECT_GE(std::chrono::steady_clock::now() - start, seconds(1));
}

}  // namespace
}  // namespace v0
}  // namespace ionoscloud::container_registry
