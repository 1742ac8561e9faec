// SPDX-License-Identifier: Apache-2.0
#include "base/printable.hpp"

#include <algorithm>

#include "base/ascii.hpp"
#include "base/utf8.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

/// How many bytes at the beginning of `text` are ASCII to be kept as it is: nearly all of it,
/// mostly.
std::size_t plain_length(std::string_view text) noexcept {
  constexpr auto is_plain = [](char c) { return c >= 0x20 && c < 0x7f; };
  return static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), is_plain) -
                                  text.begin());
}

/// Whether `text` begins with one of U+0080 to U+009F, which terminals obey too.
bool is_c1_control(std::string_view text) noexcept {
  return text.front() == '\xc2' && text.size() > 1 && static_cast<unsigned char>(text[1]) < 0xa0;
}

void append_escaped(std::string& out, char c) {
  constexpr std::string_view hex = "0123456789abcdef";
  const auto byte = static_cast<unsigned char>(c);
  out += "\\x";
  out += hex[byte >> 4];
  out += hex[byte & 0xf];
}

}  // namespace

std::string printable(std::string_view text, std::size_t most_bytes) {
  std::string out;
  out.reserve(std::min(text.size(), most_bytes));
  while (!text.empty()) {
    const std::size_t plain = std::min(plain_length(text), most_bytes - out.size());
    out += text.substr(0, plain);
    text.remove_prefix(plain);
    if (text.empty()) break;
    const std::size_t length = utf8_length(text);
    const bool keep = length > 0 && !ascii::is_control(text.front()) && !is_c1_control(text);
    const std::size_t taken = keep ? length : 1;
    if (out.size() + (keep ? length : 4) > most_bytes) return out + "…";
    if (keep) {
      out += text.substr(0, length);
    } else {
      append_escaped(out, text.front());
    }
    text.remove_prefix(taken);
  }
  return out;
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
