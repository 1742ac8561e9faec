// SPDX-License-Identifier: Apache-2.0
#include "runtime/retry_after.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <string>
#include <string_view>

#include "base/ascii.hpp"
#include "curl/http_date.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

using std::chrono::seconds;

constexpr seconds longest = std::chrono::hours(24);

/// Takes a decimal number off the front of `text`: at least a digit.
std::optional<double> take_number(std::string_view& text) {
  double number = 0;
  double place = 1;
  bool has_digit = false;
  std::size_t end = 0;
  for (; end < text.size(); ++end) {
    const char c = text[end];
    if (c == '.' && place == 1) {
      place = 0.1;
    } else if (!ascii::is_digit(c)) {
      break;
    } else if (place == 1) {
      number = number * 10 + (c - '0');
      has_digit = true;
    } else {
      number += (c - '0') * place;
      place /= 10;
      has_digit = true;
    }
  }
  text.remove_prefix(end);
  return has_digit ? std::optional<double>(number) : std::nullopt;
}

/// Takes the unit that a number has in the durations of Go's programs; milliseconds.
std::optional<double> take_unit(std::string_view& text) {
  struct Unit {
    std::string_view name;
    double milliseconds;
  };
  // "ms" before "m".
  constexpr Unit units[] = {{"ms", 1}, {"s", 1'000}, {"m", 60'000}, {"h", 3'600'000}};
  for (const Unit& unit : units) {
    if (text.substr(0, unit.name.size()) != unit.name) continue;
    text.remove_prefix(unit.name.size());
    return unit.milliseconds;
  }
  return std::nullopt;
}

/// A number of seconds, or `1m30s`.
std::optional<seconds> read_duration(std::string_view text) {
  double milliseconds = 0;
  bool alone = true;
  do {
    const auto number = take_number(text);
    if (!number) return std::nullopt;
    const auto unit = alone && text.empty() ? std::optional<double>(1'000) : take_unit(text);
    if (!unit) return std::nullopt;
    milliseconds += *number * *unit;
    alone = false;
  } while (!text.empty());
  const double most = static_cast<double>(longest.count());
  return seconds(static_cast<seconds::rep>(std::min(std::ceil(milliseconds / 1'000), most)));
}

/// What `text` asks for, counted from `now`.
std::optional<seconds> read_wait(std::string_view text, HttpDate now) {
  if (const auto duration = read_duration(text)) return duration;
  // A date begins with its weekday; libcurl's reader would take much else for one.
  if (text.empty() || !ascii::is_alpha(text.front())) return std::nullopt;
  const auto date = parse_http_date(std::string(text));
  if (!date) return std::nullopt;
  return *date - now;
}

/// Whether `text` is the name of a weekday, in full or in short.
bool is_weekday(std::string_view text) {
  constexpr std::string_view names[] = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
  return std::all_of(text.begin(), text.end(), ascii::is_alpha) &&
         std::any_of(std::begin(names), std::end(names), [&](std::string_view name) {
           return ascii::equal_ignoring_case(text.substr(0, name.size()), name);
         });
}

/// Takes the first of the values that commas join off the front of `text`. The comma behind a
/// weekday is its date's own.
std::string_view take_value(std::string_view& text) {
  std::size_t end = text.find(',');
  if (end != text.npos && is_weekday(ascii::trim(text.substr(0, end)))) {
    end = text.find(',', end + 1);
  }
  const std::string_view value = text.substr(0, end);
  text.remove_prefix(end == text.npos ? text.size() : end + 1);
  return ascii::trim(value);
}

/// The time by the service's own clock, which its dates are by; by ours when it doesn't tell.
HttpDate now_of(const Headers& headers, std::chrono::system_clock::time_point now) {
  const auto line = headers.get("Date");
  const auto date = line ? parse_http_date(std::string(*line)) : std::nullopt;
  return date.value_or(std::chrono::floor<seconds>(now));
}

}  // namespace

std::optional<seconds> retry_after(const Headers& headers,
                                   std::chrono::system_clock::time_point now) {
  std::optional<seconds> wait;
  for (const Header& line : headers) {
    if (!ascii::equal_ignoring_case(line.name, "Retry-After")) continue;
    std::string unquoted = line.value;
    unquoted.erase(std::remove(unquoted.begin(), unquoted.end(), '"'), unquoted.end());
    for (std::string_view rest = unquoted; !rest.empty();) {
      const auto asked = read_wait(take_value(rest), now_of(headers, now));
      if (!asked) continue;
      wait = std::max(wait.value_or(seconds(0)), std::clamp(*asked, seconds(0), longest));
    }
  }
  return wait;
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
