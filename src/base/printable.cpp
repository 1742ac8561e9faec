// SPDX-License-Identifier: Apache-2.0
#include "base/printable.hpp"

#include <algorithm>

#include "base/ascii.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

/// How many bytes the UTF-8 sequence at the start of `text` has; 0 when there is none, or when it
/// is one of the control characters U+0080 to U+009F, which terminals obey too.
std::size_t sequence_length(std::string_view text) noexcept {
  const auto byte = [text](std::size_t at) { return static_cast<unsigned char>(text[at]); };
  const unsigned lead = byte(0);
  if (lead < 0x80) return 1;
  const std::size_t length = lead >= 0xc2 && lead <= 0xdf   ? 2
                             : lead >= 0xe0 && lead <= 0xef ? 3
                             : lead >= 0xf0 && lead <= 0xf4 ? 4
                                                            : 0;
  if (length == 0 || length > text.size()) return 0;
  // The second byte tells overlong forms, surrogates and what lies beyond Unicode from characters.
  const unsigned least = lead == 0xc2 || lead == 0xe0 ? 0xa0 : lead == 0xf0 ? 0x90 : 0x80;
  const unsigned most = lead == 0xed ? 0x9f : lead == 0xf4 ? 0x8f : 0xbf;
  if (byte(1) < least || byte(1) > most) return 0;
  for (std::size_t at = 2; at < length; ++at) {
    if ((byte(at) & 0xc0) != 0x80) return 0;
  }
  return length;
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
    const std::size_t length = sequence_length(text);
    const bool keep = length > 0 && !ascii::is_control(text.front());
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
