// SPDX-License-Identifier: Apache-2.0
#include <ionoscloud/container_registry/timestamp.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <ostream>
#include <string_view>

#include "base/ascii.hpp"
#include "base/civil_time.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

using std::chrono::microseconds;
using std::chrono::minutes;
using std::chrono::seconds;

/// Reads a text of a fixed format from left to right.
class TextCursor {
 public:
  explicit constexpr TextCursor(std::string_view text) noexcept : rest_(text) {}

  [[nodiscard]] bool at_end() const noexcept { return rest_.empty(); }

  /// The next character, or NUL at the end.
  [[nodiscard]] char peek() const noexcept { return rest_.empty() ? '\0' : rest_.front(); }

  /// Takes the next character if it is one of `choices`.
  bool take_one_of(std::string_view choices) noexcept {
    for (const char choice : choices) {
      if (take(choice)) return true;
    }
    return false;
  }

  /// Takes `expected` if it comes next.
  bool take(char expected) noexcept {
    if (rest_.empty() || rest_.front() != expected) return false;
    rest_.remove_prefix(1);
    return true;
  }

  /// Takes exactly `count` digits.
  template <std::size_t count>
  std::optional<unsigned> take_number() noexcept {
    if (rest_.size() < count) return std::nullopt;
    unsigned value = 0;
    for (std::size_t i = 0; i < count; ++i) {
      if (!ascii::is_digit(rest_[i])) return std::nullopt;
      value = value * 10 + static_cast<unsigned>(rest_[i] - '0');
    }
    rest_.remove_prefix(count);
    return value;
  }

 private:
  std::string_view rest_;
};

constexpr std::int64_t seconds_per_day = 24 * 60 * 60;

std::optional<seconds> read_date(TextCursor& text) {
  const auto year = text.take_number<4>();
  if (!year || !text.take('-')) return std::nullopt;
  const auto month = text.take_number<2>();
  if (!month || *month < 1 || *month > 12 || !text.take('-')) return std::nullopt;
  const auto day = text.take_number<2>();
  if (!day || *day < 1 || *day > days_in_month(*year, *month)) return std::nullopt;
  return seconds(days_since_epoch({*year, *month, *day}) * seconds_per_day);
}

std::optional<microseconds> read_fraction(TextCursor& text) {
  microseconds fraction{0};
  std::int64_t unit = 100'000;
  constexpr int most_digits = 9;
  for (int digits = 0; digits < most_digits; ++digits) {
    const auto digit = text.take_number<1>();
    if (!digit) break;
    fraction += microseconds(*digit * unit);
    unit /= 10;
  }
  if (ascii::is_digit(text.peek())) return std::nullopt;
  return fraction;
}

std::optional<microseconds> read_time_of_day(TextCursor& text) {
  const auto hour = text.take_number<2>();
  if (!hour || *hour > 23 || !text.take(':')) return std::nullopt;
  const auto minute = text.take_number<2>();
  if (!minute || *minute > 59) return std::nullopt;
  const microseconds time = std::chrono::hours(*hour) + minutes(*minute);
  if (!text.take(':')) return time;

  const auto second = text.take_number<2>();
  // 60 is a leap second: it reads as the second after 59.
  if (!second || *second > 60) return std::nullopt;
  if (!text.take('.')) return time + seconds(*second);

  const auto fraction = read_fraction(text);
  if (!fraction) return std::nullopt;
  return time + seconds(*second) + *fraction;
}

std::optional<minutes> read_offset(TextCursor& text) {
  if (text.at_end() || text.take_one_of("Zz")) return minutes(0);
  const bool west = text.peek() == '-';
  if (!text.take_one_of("+-")) return std::nullopt;
  const auto hour = text.take_number<2>();
  if (!hour || *hour > 23) return std::nullopt;
  text.take(':');
  const auto minute = text.take_number<2>();
  if (!minute || *minute > 59) return std::nullopt;
  const minutes offset = std::chrono::hours(*hour) + minutes(*minute);
  return west ? -offset : offset;
}

/// Appends a number with leading zeros, at least `width` characters wide.
void append_number(std::string& text, std::int64_t number, std::size_t width) {
  std::string digits = std::to_string(number);
  const std::size_t sign = number < 0 ? 1 : 0;
  if (digits.size() < width) digits.insert(sign, width - digits.size(), '0');
  text += digits;
}

}  // namespace

Timestamp Timestamp::now() noexcept { return std::chrono::system_clock::now(); }

std::optional<Timestamp> Timestamp::parse(TextArgument text) noexcept {
  TextCursor cursor(text);
  const auto date = read_date(cursor);
  if (!date || !cursor.take_one_of("Tt ")) return std::nullopt;
  const auto time = read_time_of_day(cursor);
  if (!time) return std::nullopt;
  const auto offset = read_offset(cursor);
  if (!offset || !cursor.at_end()) return std::nullopt;
  return Timestamp(TimePoint(*date + *time - *offset));
}

std::string Timestamp::to_string() const {
  const std::int64_t total = std::chrono::floor<seconds>(moment_.time_since_epoch()).count();
  std::int64_t days = total / seconds_per_day;
  std::int64_t second_of_day = total % seconds_per_day;
  if (second_of_day < 0) {
    second_of_day += seconds_per_day;
    --days;
  }
  const CivilDate date = civil_date(days);
  std::string text;
  append_number(text, date.year, 4);
  append_number(text += '-', date.month, 2);
  append_number(text += '-', date.day, 2);
  append_number(text += 'T', second_of_day / 3600, 2);
  append_number(text += ':', second_of_day / 60 % 60, 2);
  append_number(text += ':', second_of_day % 60, 2);
  return text += 'Z';
}

std::ostream& operator<<(std::ostream& out, Timestamp timestamp) {
  return out << timestamp.to_string();
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
