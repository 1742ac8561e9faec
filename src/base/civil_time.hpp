// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

namespace ionoscloud::container_registry {
inline namespace v0 {

/// A date of the proleptic Gregorian calendar.
struct CivilDate {
  std::int64_t year = 1970;
  unsigned month = 1;
  unsigned day = 1;
};

/// The number of days of a month.
[[nodiscard]] constexpr unsigned days_in_month(std::int64_t year, unsigned month) noexcept {
  constexpr unsigned char days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
  return month == 2 && leap ? 29 : days[month - 1];
}

/// Days since 1970-01-01, of a year from 0 on.
[[nodiscard]] constexpr std::int64_t days_since_epoch(CivilDate date) noexcept {
  constexpr std::uint32_t days_before_month[] = {0,   31,  59,  90,  120, 151,
                                                 181, 212, 243, 273, 304, 334};
  constexpr std::int64_t sum_of_epoch = 719'624;
  const auto year = static_cast<std::uint32_t>(date.year);
  // The year of the last leap day. The calendar repeats itself every 400 years; adding them keeps
  // this above zero.
  const std::uint32_t leap_year = year + 400 - (date.month <= 2 ? 1 : 0);
  const std::uint32_t leap_days = leap_year / 4 - leap_year / 100 + leap_year / 400;
  return std::int64_t{365} * year + leap_days + days_before_month[date.month - 1] + date.day - 1 -
         sum_of_epoch;
}

/// The date that is `days` after 1970-01-01.
[[nodiscard]] constexpr CivilDate civil_date(std::int64_t days) noexcept {
  days += 719468;
  const std::int64_t era = (days >= 0 ? days : days - 146096) / 146097;
  const std::int64_t day_of_era = days - era * 146097;
  const std::int64_t year_of_era =
      (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const std::int64_t day_of_year =
      day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const std::int64_t month_from_march = (5 * day_of_year + 2) / 153;
  const auto month =
      static_cast<unsigned>(month_from_march < 10 ? month_from_march + 3 : month_from_march - 9);
  const auto day = static_cast<unsigned>(day_of_year - (153 * month_from_march + 2) / 5 + 1);
  return {year_of_era + era * 400 + (month <= 2 ? 1 : 0), month, day};
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
