// SPDX-License-Identifier: Apache-2.0
#include "base/escapes.hpp"

#include <charconv>
#include <cstdint>
#include <numeric>
#include <optional>
#include <system_error>
#include <utility>

#include "base/ascii.hpp"
#include "base/utf8.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

constexpr int octal = 8;
constexpr int decimal = 10;
constexpr int hexadecimal = 16;

std::optional<std::uint32_t> number(std::string_view digits, int base) {
  std::uint32_t value = 0;
  const char* const end = digits.data() + digits.size();
  const auto [stop, error] = std::from_chars(digits.data(), end, value, base);
  if (error != std::errc() || stop != end) return std::nullopt;
  return value;
}

/// The number of `count` digits at `begin`.
std::optional<std::uint32_t> number_at(std::string_view text, std::size_t begin, std::size_t count,
                                       int base) {
  if (text.size() < begin + count) return std::nullopt;
  return number(text.substr(begin, count), base);
}

std::optional<Escape> byte(std::optional<std::uint32_t> value, std::size_t length) {
  if (!value || *value > 0xff) return std::nullopt;
  return Escape{std::string(1, static_cast<char>(*value)), length};
}

std::optional<Escape> character(std::optional<std::uint32_t> code_point, std::size_t length) {
  if (!code_point || *code_point > 0x10ffff) return std::nullopt;
  Escape escape{"", length};
  append_utf8(escape.bytes, *code_point);
  return escape;
}

/// An escape such as `\u{1F600}` or `\x{2f}`, whose brace is at `begin`.
std::optional<Escape> read_braces(std::string_view text, std::size_t begin) {
  constexpr std::size_t most_digits = 8;
  const std::size_t end = text.substr(0, begin + 1 + most_digits + 1).find('}', begin);
  if (end == text.npos) return std::nullopt;
  return character(number(text.substr(begin + 1, end - begin - 1), hexadecimal), end + 1);
}

/// The number of hexadecimal digits of a UTF-16 code unit.
constexpr std::size_t unit_digits = 4;

/// An escape such as `\u00e9` or `%u00e9`, or two of them that make a surrogate pair.
std::optional<Escape> read_units(std::string_view text) {
  constexpr std::size_t length = 2 + unit_digits;
  const auto first = number_at(text, 2, unit_digits, hexadecimal);
  const bool is_surrogate = first && *first >= 0xd800 && *first < 0xe000;
  if (!is_surrogate) return character(first, length);
  if (text.substr(length, 2) != text.substr(0, 2)) return std::nullopt;
  const auto second = number_at(text, length + 2, unit_digits, hexadecimal);
  if (!second) return std::nullopt;
  return character(0x10000 + ((*first & 0x3ff) << 10) + (*second & 0x3ff), 2 * length);
}

std::optional<Escape> read_percent(std::string_view text) {
  if (text.substr(1, 1) == "u") return read_units(text);
  return byte(number_at(text, 1, 2, hexadecimal), 3);
}

std::optional<Escape> read_backslash(std::string_view text) {
  if (text.size() < 2) return std::nullopt;
  const char kind = text[1];
  if (!ascii::is_alnum(kind)) return Escape{std::string(1, kind), 2};
  if (ascii::is_digit(kind)) return byte(number_at(text, 1, 3, octal), 4);
  const bool is_hexadecimal = kind == 'x' || kind == 'u';
  if (is_hexadecimal && text.substr(2, 1) == "{") return read_braces(text, 2);
  if (kind == 'x') return byte(number_at(text, 2, 2, hexadecimal), 4);
  if (kind == 'u') return read_units(text);
  if (kind == 'U') return character(number_at(text, 2, 8, hexadecimal), 10);
  return std::nullopt;
}

std::optional<Escape> read_ampersand(std::string_view text) {
  constexpr std::size_t longest = 12;
  const std::size_t end = text.substr(0, longest).find(';');
  if (end == text.npos) return std::nullopt;
  constexpr std::pair<std::string_view, char> names[] = {
      {"amp", '&'}, {"lt", '<'}, {"gt", '>'}, {"quot", '"'}, {"apos", '\''}};
  const std::string_view name = text.substr(1, end - 1);
  for (const auto& [known, meaning] : names) {
    if (name == known) return Escape{std::string(1, meaning), end + 1};
  }
  if (name.substr(0, 1) != "#") return std::nullopt;
  const bool is_hexadecimal = name.substr(1, 1) == "x" || name.substr(1, 1) == "X";
  return character(
      is_hexadecimal ? number(name.substr(2), hexadecimal) : number(name.substr(1), decimal),
      end + 1);
}

/// The escape at that offset, unless it is a `+`, which may be a plus sign.
std::optional<Escape> escape_at(std::string_view text, std::size_t at) {
  if (!is_escape_sign(text[at]) || text[at] == '+') return std::nullopt;
  return read_escape(text.substr(at));
}

}  // namespace

std::optional<Escape> read_escape(std::string_view text) {
  switch (text.front()) {
    case '%':
      return read_percent(text);
    case '\\':
      return read_backslash(text);
    case '&':
      return read_ampersand(text);
    case '+':
      return Escape{" ", 1};
    default:
      return std::nullopt;
  }
}

std::size_t match_escaped(std::string_view text, std::string_view secret) {
  std::size_t at = 0;
  while (!secret.empty()) {
    if (at == text.size()) return 0;
    const auto escape = read_escape(text.substr(at));
    if (escape && secret.substr(0, escape->bytes.size()) == escape->bytes) {
      at += escape->length;
      secret.remove_prefix(escape->bytes.size());
    } else if (text[at] == secret.front()) {
      ++at;
      secret.remove_prefix(1);
    } else {
      return 0;
    }
  }
  return at;
}

bool UnescapedText::unescape_once() {
  std::size_t at = 0;
  while (at < text_.size() && !escape_at(text_, at)) ++at;
  if (at == text_.size()) return false;
  if (origins_.empty()) copy_whole();

  // In place: an escape is at least as long as the bytes that it encodes.
  std::size_t size = at;
  while (at < unescaped_.size()) {
    const std::size_t origin = origins_[at];
    const auto escape = escape_at(unescaped_, at);
    const std::string bytes = escape ? escape->bytes : std::string(1, unescaped_[at]);
    at += escape ? escape->length : 1;
    for (const char byte : bytes) {
      origins_[size] = origin;
      unescaped_[size++] = byte;
    }
  }
  origins_[size] = origins_[at];
  unescaped_.resize(size);
  text_ = unescaped_;
  return true;
}

void UnescapedText::copy_whole() {
  unescaped_ = text_;
  origins_.resize(text_.size() + 1);
  std::iota(origins_.begin(), origins_.end(), std::size_t{0});
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
