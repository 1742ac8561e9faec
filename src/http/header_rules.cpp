// SPDX-License-Identifier: Apache-2.0
#include "http/header_rules.hpp"

#include <algorithm>
#include <array>

#include "base/ascii.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {

bool is_header_name(std::string_view name) noexcept {
  static constexpr std::string_view marks = "!#$%&'*+-.^_`|~";
  return !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
    return ascii::is_alnum(c) || marks.find(c) != std::string_view::npos;
  });
}

bool is_header_value(std::string_view value) noexcept {
  return std::none_of(value.begin(), value.end(),
                      [](char c) { return ascii::is_control(c) && c != '\t'; });
}

bool is_own_header(std::string_view name) noexcept {
  constexpr std::array<std::string_view, 14> own = {"Accept",
                                                    "Accept-Encoding",
                                                    "Authorization",
                                                    "Connection",
                                                    "Content-Length",
                                                    "Content-Type",
                                                    "Cookie",
                                                    "Expect",
                                                    "Host",
                                                    "Proxy-Authorization",
                                                    "TE",
                                                    "Trailer",
                                                    "Transfer-Encoding",
                                                    "User-Agent"};
  return std::any_of(own.begin(), own.end(), [name](std::string_view reserved) {
    return ascii::equal_ignoring_case(reserved, name);
  });
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
