// SPDX-License-Identifier: Apache-2.0
#include "curl/http_date.hpp"

#include <curl/curl.h>

#include <algorithm>
#include <cstdint>
#include <ctime>
#include <string_view>

#include "base/ascii.hpp"
#include "base/civil_time.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {

namespace {

/// The first year that libcurl takes.
constexpr std::int64_t first_year = 1583;
/// A later one is as good as this one.
constexpr std::int64_t last_year = 2'000'000'000;
constexpr std::int64_t seconds_a_day = 86'400;

/// The place of the year in a date: a word of four digits or more; empty when it has two.
std::string_view year_of(std::string_view date) {
  for (std::size_t end = 0; end < date.size(); ++end) {
    const std::string_view word = date.substr(end, date.find(' ', end) - end);
    const bool is_number = std::all_of(word.begin(), word.end(), ascii::is_digit);
    if (word.size() >= 4 && is_number) return word;
    end += word.size();
  }
  return {};
}

std::int64_t number_of(std::string_view digits) noexcept {
  std::int64_t number = 0;
  for (const char digit : digits) number = std::min(number * 10 + (digit - '0'), last_year);
  return number;
}

/// Puts a year near us in the place of that of `date`, with as many days in each month. Returns how
/// many days the date was moved back by that.
std::int64_t move_near(std::string& date) {
  const std::string_view place = year_of(date);
  const std::int64_t year = number_of(place);
  if (year < first_year) return 0;
  const std::int64_t our_year = days_in_month(year, 2) == 29 ? 2024 : 2025;
  date.replace(static_cast<std::size_t>(place.data() - date.data()), place.size(),
               std::to_string(our_year));
  return days_since_epoch({year, 1, 1}) - days_since_epoch({our_year, 1, 1});
}

}  // namespace

std::optional<HttpDate> parse_http_date(const std::string& text) {
  // libcurl reads up to the first NUL, and would take the beginning of a text for all of it.
  if (text.find('\0') != std::string::npos) return std::nullopt;
  // It reads no date that a `time_t` can't hold, which may end in 2038; and each version of it
  // has another opinion of those.
  std::string moved = text;
  const std::int64_t days = move_near(moved);
  const std::time_t moment = curl_getdate(moved.c_str(), nullptr);
  if (moment == -1) return std::nullopt;
  return HttpDate(std::chrono::seconds(moment + days * seconds_a_day));
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
