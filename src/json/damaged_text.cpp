// SPDX-License-Identifier: Apache-2.0
#include "json/damaged_text.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "base/ascii.hpp"
#include "base/utf8.hpp"
#include "base/wipe.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace json {
namespace {

/// The length in bytes of an escape such as `\u00e9`.
constexpr std::size_t unit_size = 6;

/// The value for no character.
constexpr std::uint32_t none = 0xffffffff;

/// The UTF-16 code unit of an escape such as `\u00e9` at the beginning of `text`.
std::uint32_t code_unit(std::string_view text) {
  if (text.size() < unit_size || text.substr(0, 2) != "\\u") return none;
  std::uint32_t value = 0;
  for (std::size_t i = 2; i < unit_size; ++i) {
    const char c = ascii::to_lower(text[i]);
    const bool letter = c >= 'a' && c <= 'f';
    if (!letter && !ascii::is_digit(c)) return none;
    value = value * 16 + static_cast<std::uint32_t>(letter ? c - 'a' + 10 : c - '0');
  }
  return value;
}

constexpr bool is_high_surrogate(std::uint32_t unit) { return unit >= 0xd800 && unit < 0xdc00; }
constexpr bool is_low_surrogate(std::uint32_t unit) { return unit >= 0xdc00 && unit < 0xe000; }

/// The code point of an escape, or of a surrogate pair of escapes.
std::uint32_t code_point_of(std::string_view text) {
  const std::uint32_t first = code_unit(text);
  if (is_low_surrogate(first)) return none;
  if (!is_high_surrogate(first)) return first;
  const std::uint32_t second = code_unit(text.substr(unit_size));
  return is_low_surrogate(second) ? 0x10000 + ((first - 0xd800) << 10) + (second - 0xdc00) : none;
}

}  // namespace

std::size_t length_of_text(std::string_view rest) noexcept {
  std::size_t length = 0;
  while (length < rest.size() && rest[length] != '"') length += rest[length] == '\\' ? 2 : 1;
  return std::min(length, rest.size());
}

DamagedText::DamagedText(std::string_view& rest) {
  std::string_view raw = rest.substr(0, length_of_text(rest));
  const bool closed = raw.size() < rest.size();
  rest.remove_prefix(raw.size() + (closed ? 1 : 0));

  constexpr auto is_raw_control = [](char c) { return static_cast<unsigned char>(c) < 0x20; };
  exact_ = closed && is_utf8(raw) && std::none_of(raw.begin(), raw.end(), is_raw_control);
  // Capacity for all of it, so that no smaller buffer keeps a copy.
  characters_.reserve(raw.size());
  while (!raw.empty()) {
    const std::string_view plain = raw.substr(0, raw.find('\\'));
    characters_ += plain;
    raw.remove_prefix(plain.size());
    if (!raw.empty()) take_escape(raw, closed);
  }
}

DamagedText::~DamagedText() { wipe(characters_); }

void DamagedText::take_escape(std::string_view& rest, bool closed) {
  constexpr std::string_view letters = "\"\\/bfnrt";
  constexpr std::string_view meanings = "\"\\/\b\f\n\r\t";
  if (rest.size() < 2) {
    rest = {};  // Cut off: in a closed text a character follows each backslash.
  } else if (rest[1] == 'u') {
    take_code_point(rest, closed);
  } else if (const std::size_t known = letters.find(rest[1]); known != letters.npos) {
    characters_ += meanings[known];
    rest.remove_prefix(2);
  } else {
    keep_undecoded(rest);
  }
}

void DamagedText::take_code_point(std::string_view& rest, bool closed) {
  const std::size_t size = is_high_surrogate(code_unit(rest)) ? 2 * unit_size : unit_size;
  if (!closed && rest.size() < size) {
    rest = {};  // Cut off within the escape.
    return;
  }
  const std::uint32_t code_point = code_point_of(rest);
  if (code_point == none) return keep_undecoded(rest);
  append_utf8(characters_, code_point);
  rest.remove_prefix(size);
}

void DamagedText::keep_undecoded(std::string_view& rest) {
  exact_ = false;
  characters_ += rest.front();
  rest.remove_prefix(1);
}

}  // namespace json
}  // namespace v0
}  // namespace ionoscloud::container_registry
