// SPDX-License-Identifier: Apache-2.0
#include "http/url_encoding.hpp"

#include <algorithm>

#include "base/ascii.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

constexpr std::string_view hex_digits = "0123456789ABCDEF";

constexpr bool is_unreserved(char c) noexcept {
  return ascii::is_alnum(c) || c == '-' || c == '.' || c == '_' || c == '~';
}

}  // namespace

void append_url_encoded(std::string& url, std::string_view text) {
  while (!text.empty()) {
    const auto reserved = std::find_if_not(text.begin(), text.end(), is_unreserved);
    const auto size = static_cast<std::size_t>(reserved - text.begin());
    url.append(text.substr(0, size));
    text.remove_prefix(size);
    if (text.empty()) return;
    const auto byte = static_cast<unsigned char>(text.front());
    url += '%';
    url += hex_digits[byte >> 4];
    url += hex_digits[byte & 0xf];
    text.remove_prefix(1);
  }
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
