// SPDX-License-Identifier: Apache-2.0
#include "testing/http_date.hpp"

#include <chrono>
#include <cstdint>
#include <string_view>

#include "base/civil_time.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace testing::stub {
namespace {

constexpr std::int64_t seconds_a_day = 86400;

constexpr std::string_view weekday(std::int64_t days_since_epoch) {
  constexpr std::string_view from_thursday[] = {"Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"};
  return from_thursday[days_since_epoch % 7];
}

constexpr std::string_view month_name(unsigned month) {
  constexpr std::string_view names[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                        "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  return names[month - 1];
}

}  // namespace

std::string http_date(Timestamp moment) {
  const std::int64_t days =
      std::chrono::floor<std::chrono::seconds>(moment.time_point()).time_since_epoch().count() /
      seconds_a_day;
  const CivilDate date = civil_date(days);
  const std::string iso = moment.to_string();  // 2026-11-25T20:38:18Z
  std::string text(weekday(days));
  text.append(", ").append(iso, 8, 2).append(" ").append(month_name(date.month));
  text.append(" ").append(iso, 0, 4).append(" ").append(iso, 11, 8).append(" GMT");
  return text;
}

}  // namespace testing::stub
}  // namespace v0
}  // namespace ionoscloud::container_registry
