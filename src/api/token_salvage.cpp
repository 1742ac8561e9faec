// SPDX-License-Identifier: Apache-2.0
#include "api/token_salvage.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include <ionoscloud/container_registry/limits.hpp>

#include "base/ascii.hpp"
#include "base/wipe.hpp"
#include "curl/http_date.hpp"
#include "http/content_coding.hpp"
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

/// A body that is coded still contradicted its sum: each of its characters may be wrong. A password
/// may be of use to a person all the same; an id that is another's would be dangerous.
std::optional<SalvagedToken> salvage_corrupt(std::string_view body, Coding coding) {
  std::string plain;
  (void)inflate(coding, body, plain, Limits().body_bytes);
  std::optional<SalvagedToken> found = json::salvage_token(plain.empty() ? body : plain);
  wipe(plain);
  if (!found || found->password.empty()) return std::nullopt;
  SalvagedToken doubtful;
  doubtful.password = std::move(found->password);
  return doubtful;
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

std::optional<SalvagedToken> salvage_token(const HttpResponse& response,
                                           std::chrono::steady_clock::duration since_begin) {
  const auto coding =
      coding_left(response.headers.get("Content-Encoding").value_or(""), response.body);
  std::optional<SalvagedToken> salvaged =
      coding ? salvage_corrupt(response.body, *coding) : json::salvage_token(response.body);
  if (salvaged) salvaged->not_before = not_before(response.headers, since_begin);
  return salvaged;
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
