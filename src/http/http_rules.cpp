// SPDX-License-Identifier: Apache-2.0
#include "http/http_rules.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

#include "base/ascii.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

/// The characters that the name of a header may have.
constexpr std::array<bool, 256> make_token_table() noexcept {
  std::array<bool, 256> table{};
  for (std::size_t c = 0; c < table.size(); ++c) table[c] = ascii::is_alnum(static_cast<char>(c));
  for (const char punctuation : std::string_view("!#$%&'*+-.^_`|~")) {
    table[static_cast<unsigned char>(punctuation)] = true;
  }
  return table;
}

}  // namespace

bool is_header_name(std::string_view name) noexcept {
  // A table is faster than a search: this runs for each header of each response.
  static constexpr std::array<bool, 256> table = make_token_table();
  return !name.empty() && std::all_of(name.begin(), name.end(),
                                      [](char c) { return table[static_cast<unsigned char>(c)]; });
}

bool is_header_value(std::string_view value) noexcept {
  return std::none_of(value.begin(), value.end(),
                      [](char c) { return ascii::is_control(c) && c != '\t'; });
}

bool is_reserved_header(std::string_view name) noexcept {
  constexpr std::array<std::string_view, 14> names = {"Accept",
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
  return std::any_of(names.begin(), names.end(), [name](std::string_view reserved) {
    return ascii::equal_ignoring_case(reserved, name);
  });
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
