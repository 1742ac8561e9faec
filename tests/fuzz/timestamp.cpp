// SPDX-License-Identifier: Apache-2.0
#include <ionoscloud/container_registry/timestamp.hpp>

#include <charconv>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <ctime>
#include <string>
#include <system_error>

#include "fuzz/target.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace fuzz {
namespace {

using std::chrono::seconds;

/// The moment in whole seconds, rounded down.
std::time_t whole_seconds(Timestamp moment) {
  return std::chrono::floor<seconds>(moment.time_point().time_since_epoch()).count();
}

/// Whether the year has four digits, as the wire wants.
bool can_be_sent(Timestamp moment) {
  const std::time_t second = whole_seconds(moment);
  return second >= -62'167'219'200 && second < 253'402'300'800;
}

std::string as_the_c_library_writes(std::time_t moment) {
  std::tm parts{};
  gmtime_r(&moment, &parts);
  char text[64];
  std::snprintf(text, sizeof text, "%04d-%02d-%02dT%02d:%02d:%02dZ", parts.tm_year + 1900,
                parts.tm_mon + 1, parts.tm_mday, parts.tm_hour, parts.tm_min, parts.tm_sec);
  return text;
}

void check_writing(Timestamp moment) {
  const std::string text = moment.to_string();
  if (!can_be_sent(moment)) return;
  require(text == as_the_c_library_writes(whole_seconds(moment)), "the C library writes the same");
  const auto again = Timestamp::parse(text);
  require(again.has_value(), "what is written can be read");
  require(*again == Timestamp() + seconds(whole_seconds(moment)), "as the same, in whole seconds");
}

int number(std::string_view digits) {
  int value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

/// What a date means, by the C library; for texts that `Timestamp` took for dates.
std::time_t as_the_c_library_reads(std::string_view text) {
  std::tm parts{};
  parts.tm_year = number(text.substr(0, 4)) - 1900;
  parts.tm_mon = number(text.substr(5, 2)) - 1;
  parts.tm_mday = number(text.substr(8, 2));
  parts.tm_hour = number(text.substr(11, 2));
  parts.tm_min = number(text.substr(14, 2));
  text.remove_prefix(16);
  if (text.substr(0, 1) == ":") {
    parts.tm_sec = number(text.substr(1, 2));
    text.remove_prefix(3);
  }
  std::time_t moment = timegm(&parts);
  const std::size_t sign = text.find_first_of("+-");
  if (sign == std::string_view::npos) return moment;
  const int offset = number(text.substr(sign + 1, 2)) * 60 + number(text.substr(text.size() - 2));
  return text[sign] == '+' ? moment - offset * 60 : moment + offset * 60;
}

}  // namespace

/// A date as text, or a moment as its microseconds since 1970.
void run(std::string_view input) {
  std::int64_t count = 0;
  const auto result = std::from_chars(input.data(), input.data() + input.size(), count);
  if (result.ec == std::errc() && result.ptr == input.data() + input.size()) {
    check_writing(Timestamp(Timestamp::TimePoint(std::chrono::microseconds(count))));
  }
  const auto read = Timestamp::parse(input);
  if (!read) return;
  require(whole_seconds(*read) == as_the_c_library_reads(input), "the C library reads the same");
  check_writing(*read);
}

}  // namespace fuzz
}  // namespace v0
}  // namespace ionoscloud::container_registry
