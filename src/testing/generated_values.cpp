// SPDX-License-Identifier: Apache-2.0
#include "testing/generated_values.hpp"

#include <array>
#include <chrono>
#include <cstddef>
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

std::string RandomText::id() {
  constexpr char digits[] = "0123456789abcdef";
  std::string id = "xxxxxxxx-xxxx-4xxx-axxx-xxxxxxxxxxxx";
  std::uint32_t bits = 0;
  int digits_left = 0;
  for (char& c : id) {
    if (c != 'x') continue;
    if (digits_left == 0) {
      bits = random_();
      digits_left = 8;
    }
    c = digits[bits & 15U];
    bits >>= 4U;
    --digits_left;
  }
  return id;
}

Secret RandomText::password() {
  constexpr char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  std::array<char, 30> password{};
  for (std::size_t i = 0; i < password.size(); i += 5) {
    std::uint32_t bits = random_();
    for (std::size_t j = 0; j < 5; ++j, bits >>= 6U) password[i + j] = letters[bits & 63U];
  }
  return Secret(std::string_view(password.data(), password.size()));
}

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
