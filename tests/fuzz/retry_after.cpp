// SPDX-License-Identifier: Apache-2.0
#include "runtime/retry_after.hpp"

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <optional>
#include <string>

#include <ionoscloud/container_registry/timestamp.hpp>

#include "base/ascii.hpp"
#include "curl/http_date.hpp"
#include "fuzz/target.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace fuzz {
namespace {

using std::chrono::hours;
using std::chrono::seconds;
using Wait = std::optional<seconds>;

bool is_number(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

/// Whether a text that begins with a letter is one value: it has no comma but behind a weekday.
bool is_one_value(std::string_view text) {
  if (text.find('"') != std::string_view::npos) return false;
  const std::size_t comma = text.find(',');
  if (comma == std::string_view::npos) return true;
  const bool is_weekday =
      std::string_view("MonTueWedThuFriSatSun").find(text.substr(0, 3)) % 3 == 0 && comma == 3;
  return is_weekday && text.find(',', comma + 1) == std::string_view::npos;
}

Wait wait_of(const std::string& value) {
  return retry_after({{"Retry-After", value}}, Timestamp().time_point());
}

/// Other ways to write a number of seconds.
void check_forms(const std::string& number, seconds wait) {
  require(wait_of(number + ".0") == wait, "a decimal may be whole");
  require(wait_of(number + "s") == wait, "a number may have its unit");
  require(wait_of("\"" + number + "\"") == wait, "quotes are left out");
  require(wait_of("0, " + number + ",0") == wait, "of joined values the longest counts");
  const Wait more = wait_of(number + ".001");
  require(more == std::min<seconds>(wait + seconds(1), hours(24)), "a decimal is rounded up");
}

void check_value(std::string_view line, Wait wait, Timestamp now) {
  const std::string value(ascii::trim(line));
  if (wait) require(*wait >= seconds(0) && *wait <= hours(24), "a wait is between none and a day");
  if (is_number(value)) {
    const std::size_t digits = value.size() - std::min(value.find_first_not_of('0'), value.size());
    constexpr std::size_t digits_of_a_day = 5;
    const seconds asked = digits > digits_of_a_day
                              ? hours(24)
                              : seconds(std::stoi("0" + value.substr(value.size() - digits)));
    require(wait == std::min<seconds>(asked, hours(24)), "seconds are taken as they are");
    check_forms(value, *wait);
  } else if (wait && ascii::is_alpha(value.front()) && is_one_value(value)) {
    const auto date = parse_http_date(value);
    require(date.has_value(), "what begins with a letter is a date");
    const seconds left = *date - std::chrono::floor<seconds>(now.time_point());
    require(*wait == std::clamp<seconds>(left, seconds(0), hours(24)), "a wait ends at its date");
  }
}

/// A moment that the system's clock can tell.
Timestamp moment_of(std::string_view text) {
  const auto moment = Timestamp::parse(text);
  const bool tellable = moment && moment >= Timestamp::parse("1970-01-01T00:00Z") &&
                        moment < Timestamp::parse("2200-01-01T00:00Z");
  return tellable ? *moment : Timestamp();
}

}  // namespace

/// The moment of the response, then a line for each header of the name.
void run(std::string_view input) {
  Pieces pieces(input);
  const Timestamp now = moment_of(pieces.next('\n'));
  Headers headers;
  Wait longest;
  while (!pieces.empty()) {
    const std::string value(pieces.next('\n'));
    const Wait wait = retry_after({{"Retry-After", value}}, now.time_point());
    check_value(value, wait, now);
    headers.add("retry-after", value);
    if (wait) longest = std::max(longest.value_or(seconds(0)), *wait);
  }

  require(retry_after(headers, now.time_point()) == longest, "of several the longest counts");
}

}  // namespace fuzz
}  // namespace v0
}  // namespace ionoscloud::container_registry
