// SPDX-License-Identifier: Apache-2.0
#include "http/url_encoding.hpp"

#include "base/ascii.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

constexpr std::string_view hex_digits = "0123456789ABCDEF";

}  // namespace

void append_url_encoded(std::string& url, std::string_view text) {
  constexpr std::string_view unreserved_marks = "-._~";
  for (const char c : text) {
    if (ascii::is_alnum(c) || unreserved_marks.find(c) != std::string_view::npos) {
      url += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    url += '%';
    url += hex_digits[byte >> 4];
    url += hex_digits[byte & 0xf];
  }
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
