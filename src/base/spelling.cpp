// SPDX-License-Identifier: Apache-2.0
#include "base/spelling.hpp"

#include <charconv>
#include <cstdint>
#include <optional>
#include <string>
#include <system_error>
#include <utility>

#include "base/ascii.hpp"
#include "base/utf8.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

/// What stands at the beginning of a text, and how many bytes of the text it takes.
struct Spelled {
  std::string bytes;
  std::size_t length;
};

constexpr int decimal = 10;
constexpr int hexadecimal = 16;

std::optional<std::uint32_t> number(std::string_view digits, int base) {
  std::uint32_t value = 0;
  const char* const end = digits.data() + digits.size();
  const auto [stop, error] = std::from_chars(digits.data(), end, value, base);
  if (error != std::errc() || stop != end) return std::nullopt;
  return value;
}

Spelled character(std::uint32_t code_point, std::size_t length) {
  Spelled spelled{"", length};
  append_utf8(spelled.bytes, code_point);
  return spelled;
}

/// As in `%2F` and `\x2f`, behind the sign.
std::optional<Spelled> read_byte(std::string_view text, std::size_t sign) {
  constexpr std::size_t digits = 2;
  if (text.size() < sign + digits) return std::nullopt;
  const auto byte = number(text.substr(sign, digits), hexadecimal);
  if (!byte) return std::nullopt;
  return Spelled{std::string(1, static_cast<char>(*byte)), sign + digits};
}

/// How many bytes an escape such as `\u00e9` has.
constexpr std::size_t unit_size = 6;

/// As in `\u00e9`, which may be half of a character beyond U+FFFF.
std::optional<std::uint32_t> read_unit(std::string_view text) {
  if (text.size() < unit_size || text.substr(0, 2) != "\\u") return std::nullopt;
  return number(text.substr(2, unit_size - 2), hexadecimal);
}

std::optional<Spelled> read_backslash(std::string_view text) {
  if (text.size() < 2) return std::nullopt;
  if (text[1] == 'x') return read_byte(text, 2);
  if (!ascii::is_alnum(text[1])) return Spelled{std::string(1, text[1]), 2};
  const auto first = read_unit(text);
  if (!first) return std::nullopt;
  const bool is_half = *first >= 0xd800 && *first < 0xe000;
  if (!is_half) return character(*first, unit_size);
  const auto second = read_unit(text.substr(unit_size));
  if (!second) return std::nullopt;
  return character(0x10000 + ((*first & 0x3ff) << 10) + (*second & 0x3ff), 2 * unit_size);
}

std::optional<Spelled> read_ampersand(std::string_view text) {
  constexpr std::size_t longest = 12;
  const std::size_t end = text.substr(0, longest).find(';');
  if (end == text.npos) return std::nullopt;
  constexpr std::pair<std::string_view, char> names[] = {
      {"amp", '&'}, {"lt", '<'}, {"gt", '>'}, {"quot", '"'}, {"apos", '\''}};
  const std::string_view name = text.substr(1, end - 1);
  for (const auto& [known, meaning] : names) {
    if (name == known) return Spelled{std::string(1, meaning), end + 1};
  }
  if (name.substr(0, 1) != "#") return std::nullopt;
  const bool is_hexadecimal = name.substr(1, 1) == "x" || name.substr(1, 1) == "X";
  const auto code_point =
      is_hexadecimal ? number(name.substr(2), hexadecimal) : number(name.substr(1), decimal);
  if (!code_point || *code_point > 0x10ffff) return std::nullopt;
  return character(*code_point, end + 1);
}

std::optional<Spelled> read_escape(std::string_view text) {
  switch (text.front()) {
    case '%':
      return read_byte(text, 1);
    case '\\':
      return read_backslash(text);
    case '&':
      return read_ampersand(text);
    case '+':
      return Spelled{" ", 1};
    default:
      return std::nullopt;
  }
}

}  // namespace

std::size_t length_spelled(std::string_view text, std::string_view secret) {
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

}  // namespace v0
}  // namespace ionoscloud::container_registry
