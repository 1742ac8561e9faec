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

/// How many bytes an escape such as `\u00e9` has.
constexpr std::size_t unit_size = 6;

/// Stands for no character.
constexpr std::uint32_t none = 0xffffffff;

/// What an escape such as `\u00e9` at the beginning stands for.
std::uint32_t unit(std::string_view text) {
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

constexpr bool is_high(std::uint32_t unit) { return unit >= 0xd800 && unit < 0xdc00; }
constexpr bool is_low(std::uint32_t unit) { return unit >= 0xdc00 && unit < 0xe000; }

/// The character that an escape, or a pair of them, stands for.
std::uint32_t code_point_of(std::string_view text) {
  const std::uint32_t first = unit(text);
  if (is_low(first)) return none;
  if (!is_high(first)) return first;
  const std::uint32_t second = unit(text.substr(unit_size));
  return is_low(second) ? 0x10000 + ((first - 0xd800) << 10) + (second - 0xdc00) : none;
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
  // Room for all of it, so that no copy stays behind in a smaller buffer.
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
    rest = {};  // Cut off: a text that is closed has a character behind each backslash.
  } else if (rest[1] == 'u') {
    take_code_point(rest, closed);
  } else if (const std::size_t known = letters.find(rest[1]); known != letters.npos) {
    characters_ += meanings[known];
    rest.remove_prefix(2);
  } else {
    keep_as_it_came(rest);
  }
}

void DamagedText::take_code_point(std::string_view& rest, bool closed) {
  const std::size_t size = is_high(unit(rest)) ? 2 * unit_size : unit_size;
  if (!closed && rest.size() < size) {
    rest = {};  // Cut off before the whole character has come.
    return;
  }
  const std::uint32_t code_point = code_point_of(rest);
  if (code_point == none) return keep_as_it_came(rest);
  append_utf8(characters_, code_point);
  rest.remove_prefix(size);
}

void DamagedText::keep_as_it_came(std::string_view& rest) {
  exact_ = false;
  characters_ += rest.front();
  rest.remove_prefix(1);
}

}  // namespace json
}  // namespace v0
}  // namespace ionoscloud::container_registry
