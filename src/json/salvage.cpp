// SPDX-License-Identifier: Apache-2.0
#include "json/salvage.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/ascii.hpp"
#include "base/wipe.hpp"

// simdjson reads whole documents or none, so the one text that must not be lost is walked by hand
// here: token by token, taking what there is and never complaining.

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace json {
namespace {

void append_utf8(std::string& out, std::uint32_t code_point) {
  const auto tail = [code_point](unsigned shift) {
    return static_cast<char>(0x80 | (code_point >> shift & 0x3f));
  };
  if (code_point < 0x80) {
    out += static_cast<char>(code_point);
  } else if (code_point < 0x800) {
    out += static_cast<char>(0xc0 | code_point >> 6);
    out += tail(0);
  } else if (code_point < 0x10000) {
    out += static_cast<char>(0xe0 | code_point >> 12);
    out += tail(6);
    out += tail(0);
  } else {
    out += static_cast<char>(0xf0 | code_point >> 18);
    out += tail(12);
    out += tail(6);
    out += tail(0);
  }
}

/// One text of the document, its escapes undone; wiped in the end, for it may be a password.
struct Text {
  std::string characters;
  /// The closing quote was there.
  bool complete = false;

  Text() = default;
  Text(const Text&) = delete;
  Text& operator=(const Text&) = delete;
  Text(Text&&) = delete;
  Text& operator=(Text&&) = delete;
  ~Text() { wipe(characters); }
};

class Walker {
 public:
  explicit Walker(std::string_view rest) : rest_(rest) {}

  std::optional<SalvagedToken> walk() {
    while (!rest_.empty()) {
      const char c = take();
      if (c == '"') {
        take_text();
      } else {
        take_mark(c);
      }
    }
    const bool nothing =
        found_.id.text().empty() && found_.username.empty() && found_.password.empty();
    if (nothing) return std::nullopt;
    return std::move(found_);
  }

 private:
  char take() {
    const char c = rest_.front();
    rest_.remove_prefix(1);
    return c;
  }

  void take_mark(char c) {
    switch (c) {
      case '{':
      case '[':
        ++depth_;
        break;
      case '}':
      case ']':
        --depth_;
        break;
      case ':':
        value_follows_ = true;
        return;
      case ',':
        break;
      default:
        return;
    }
    value_follows_ = false;
  }

  void take_text() {
    Text text;
    // Room for all of it, so that no copy stays behind in a smaller buffer.
    text.characters.reserve(length_of_text());
    read(text);
    if (value_follows_) {
      keep(text);
    } else {
      name_ = text.characters;
    }
    value_follows_ = false;
  }

  /// How many bytes the text takes, escapes and all; unescaped it has no more.
  [[nodiscard]] std::size_t length_of_text() const {
    std::size_t length = 0;
    while (length < rest_.size() && rest_[length] != '"') length += rest_[length] == '\\' ? 2 : 1;
    return std::min(length, rest_.size());
  }

  void keep(Text& text) {
    if (name_ == "id" && depth_ == 1) found_.id = text.characters;
    if (name_ == "username") found_.username = text.characters;
    if (name_ == "password" && found_.password.empty()) {
      found_.password = Secret(text.characters);
      found_.password_complete = text.complete && !text.characters.empty();
    }
  }

  void read(Text& text) {
    while (!rest_.empty()) {
      const char c = take();
      if (c == '"') {
        text.complete = true;
        return;
      }
      if (c != '\\') {
        text.characters += c;
      } else if (!rest_.empty()) {
        read_escape(text.characters);
      }
    }
  }

  void read_escape(std::string& out) {
    constexpr std::string_view letters = "bfnrt";
    constexpr std::string_view meanings = "\b\f\n\r\t";
    const char c = take();
    if (c == 'u') {
      if (const auto code_point = read_code_point()) append_utf8(out, *code_point);
      return;
    }
    const std::size_t known = letters.find(c);
    out += known == std::string_view::npos ? c : meanings[known];
  }

  /// Nothing where the text breaks off before the whole character has come.
  std::optional<std::uint32_t> read_code_point() {
    const auto first = read_hex();
    const bool pair = first && *first >= 0xd800 && *first < 0xdc00;
    if (!pair) return first;
    if (rest_.empty() || rest_ == "\\") return std::nullopt;
    if (rest_.substr(0, 2) != "\\u") return first;
    rest_.remove_prefix(2);
    const auto second = read_hex();
    if (!second) return std::nullopt;
    return 0x10000 + ((*first - 0xd800) << 10) + ((*second - 0xdc00) & 0x3ff);
  }

  std::optional<std::uint32_t> read_hex() {
    std::uint32_t value = 0;
    for (int digits = 0; digits < 4; ++digits) {
      if (rest_.empty()) return std::nullopt;
      const char c = ascii::to_lower(rest_.front());
      const bool letter = c >= 'a' && c <= 'f';
      if (!letter && !ascii::is_digit(c)) break;
      value = value * 16 + static_cast<std::uint32_t>(letter ? c - 'a' + 10 : c - '0');
      take();
    }
    return value;
  }

  std::string_view rest_;
  int depth_ = 0;
  bool value_follows_ = false;
  std::string name_;
  SalvagedToken found_;
};

}  // namespace

std::optional<SalvagedToken> salvage_token(std::string_view text) { return Walker(text).walk(); }

}  // namespace json
}  // namespace v0
}  // namespace ionoscloud::container_registry
