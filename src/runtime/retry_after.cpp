// SPDX-License-Identifier: Apache-2.0
#include "runtime/retry_after.hpp"

#include <algorithm>
#include <charconv>
#include <string>
#include <string_view>
#include <system_error>

#include "base/ascii.hpp"
#include "curl/http_date.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

using std::chrono::seconds;

constexpr seconds longest = std::chrono::hours(24);

std::optional<seconds> read_seconds(std::string_view text) {
  if (text.empty() || !std::all_of(text.begin(), text.end(), ascii::is_digit)) return std::nullopt;
  seconds::rep count = 0;
  const auto result = std::from_chars(text.data(), text.data() + text.size(), count);
  return result.ec == std::errc() ? seconds(count) : longest;
}

std::optional<seconds> read_wait(std::string_view text, std::chrono::system_clock::time_point now) {
  if (const auto count = read_seconds(text)) return count;
  // A date begins with its weekday; libcurl's reader would take much else for one.
  if (text.empty() || !ascii::is_alpha(text.front())) return std::nullopt;
  const auto date = parse_http_date(std::string(text));
  if (!date) return std::nullopt;
  return *date - std::chrono::floor<seconds>(now);
}

}  // namespace

std::optional<seconds> retry_after(const Headers& headers,
                                   std::chrono::system_clock::time_point now) {
  std::optional<seconds> wait;
  for (const Header& line : headers) {
    if (!ascii::equal_ignoring_case(line.name, "Retry-After")) continue;
    const auto asked = read_wait(ascii::trim(line.value), now);
    if (!asked) continue;
    wait = std::max(wait.value_or(seconds(0)), std::clamp(*asked, seconds(0), longest));
  }
  return wait;
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
