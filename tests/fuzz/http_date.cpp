// SPDX-License-Identifier: Apache-2.0
#include "curl/http_date.hpp"

#include <array>
#include <cstddef>
#include <cstdio>
#include <ctime>
#include <string>

#include "fuzz/target.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace fuzz {
namespace {

/// The form that servers should write: `Wed, 25 Nov 2026 20:38:18 GMT`.
std::string preferred_form(const std::tm& parts) {
  constexpr std::array<const char*, 7> days = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  constexpr std::array<const char*, 12> months = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                  "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  char text[64];
  std::snprintf(text, sizeof text, "%s, %02d %s %04d %02d:%02d:%02d GMT",
                days.at(static_cast<std::size_t>(parts.tm_wday)), parts.tm_mday,
                months.at(static_cast<std::size_t>(parts.tm_mon)), parts.tm_year + 1900,
                parts.tm_hour, parts.tm_min, parts.tm_sec);
  return text;
}

}  // namespace

void run(std::string_view input) {
  const auto date = parse_http_date(std::string(input));

  if (!date) return;
  require(input.find('\0') == std::string_view::npos, "a text with a NUL is no date");
  const std::time_t moment = date->time_since_epoch().count();
  std::tm parts{};
  if (gmtime_r(&moment, &parts) == nullptr) return;
  const int year = parts.tm_year + 1900;
  // Before, the calendar was another one; behind, a year has no four digits.
  if (year < 1584 || year > 9999) return;
  require(parse_http_date(preferred_form(parts)) == date, "the preferred form means the same");
}

}  // namespace fuzz
}  // namespace v0
}  // namespace ionoscloud::container_registry
