// SPDX-License-Identifier: Apache-2.0
#include "ionos-cr-tokens/terminal_text.hpp"

#include <algorithm>
#include <clocale>
#include <cstddef>
#include <cwchar>
#include <utility>

namespace tool {
namespace {

struct Character {
  std::string_view bytes;
  /// How many columns it takes; -1 for what isn't a character or isn't to be printed.
  int columns;
};

/// Marks and overrides of the direction of writing: one line could pass for another by them.
constexpr std::pair<wchar_t, wchar_t> direction_marks[] = {
    {0x061C, 0x061C}, {0x200E, 0x200F}, {0x2028, 0x202E}, {0x2066, 0x2069}};

int columns_of(wchar_t character) {
  for (const auto& [first, last] : direction_marks) {
    if (character >= first && character <= last) return -1;
  }
  return character == L'\0' ? -1 : ::wcwidth(character);
}

Character next_character(std::string_view text, std::mbstate_t& state) {
  wchar_t character = 0;
  const std::size_t size = std::mbrtowc(&character, text.data(), text.size(), &state);
  if (size > text.size()) {
    state = std::mbstate_t();
    return {text.substr(0, 1), -1};
  }
  return {text.substr(0, std::max<std::size_t>(size, 1)), columns_of(character)};
}

std::vector<Character> characters_of(std::string_view text) {
  std::vector<Character> characters;
  std::mbstate_t state{};
  while (!text.empty()) {
    characters.push_back(next_character(text, state));
    text.remove_prefix(characters.back().bytes.size());
  }
  return characters;
}

std::size_t width_of(std::string_view text) {
  int width = 0;
  for (const Character& character : characters_of(text)) width += std::max(character.columns, 0);
  return static_cast<std::size_t>(width);
}

}  // namespace

void read_text_as_utf8() { std::setlocale(LC_CTYPE, "C.UTF-8"); }

std::string printable(std::string_view text) {
  std::string shown;
  for (const Character& character : characters_of(text)) {
    shown += character.columns < 0 ? std::string_view("?") : character.bytes;
  }
  return shown;
}

std::string table(const std::vector<std::vector<std::string>>& rows) {
  std::vector<std::size_t> widths;
  for (const auto& row : rows) {
    widths.resize(std::max(widths.size(), row.size()));
    for (std::size_t i = 0; i < row.size(); ++i) widths[i] = std::max(widths[i], width_of(row[i]));
  }

  std::string text;
  for (const auto& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      text += row[i];
      if (i + 1 < row.size()) text.append(widths[i] - width_of(row[i]) + 2, ' ');
    }
    text += '\n';
  }
  return text;
}

}  // namespace tool
