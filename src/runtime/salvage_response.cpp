// SPDX-License-Identifier: Apache-2.0
#include "runtime/salvage_response.hpp"

#include <algorithm>
#include <string>
#include <string_view>

#include "base/ascii.hpp"
#include "curl/http_date.hpp"
#include "json/salvage.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

/// `Date` is cut to whole seconds, and so may be the dates of tokens.
constexpr std::chrono::seconds clock_grain{1};

/// Whether it is of the form `Sun, 06 Nov 1994 08:49:37 GMT`.
bool is_fixed_date(std::string_view text) {
  constexpr std::string_view form = "aaa, 00 aaa 0000 00:00:00 GMT";
  return std::equal(text.begin(), text.end(), form.begin(), form.end(), [](char c, char like) {
    if (like == '0') return ascii::is_digit(c);
    return like == 'a' ? ascii::is_alpha(c) : c == like;
  });
}

}  // namespace

std::optional<Timestamp> not_before(const Headers& headers,
                                    std::chrono::steady_clock::duration since_begin) {
  if (headers.count("Date") != 1) return std::nullopt;
  const std::string text(*headers.get("Date"));
  if (!is_fixed_date(text)) return std::nullopt;
  const auto date = parse_http_date(text);
  if (!date) return std::nullopt;
  return Timestamp(*date) - std::chrono::ceil<std::chrono::microseconds>(since_begin) - clock_grain;
}

std::optional<SalvagedToken> salvage_response(const HttpResponse& response,
                                              std::chrono::steady_clock::duration since_begin) {
  std::optional<SalvagedToken> salvaged = json::salvage_token(response.body);
  if (salvaged) salvaged->not_before = not_before(response.headers, since_begin);
  return salvaged;
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
