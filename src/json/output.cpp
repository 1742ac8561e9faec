// SPDX-License-Identifier: Apache-2.0
#include "json/output.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cmath>
#include <utility>

#include "base/utf8.hpp"
#include "base/wipe.hpp"
#include "json/codec.hpp"
#include "json/document.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace json {
namespace {

/// Enough for most requests.
constexpr std::size_t usual_size = 512;

void write_escape(Output& out, char character) {
  switch (character) {
    case '"':
      return out.append("\\\"");
    case '\\':
      return out.append("\\\\");
    case '\b':
      return out.append("\\b");
    case '\f':
      return out.append("\\f");
    case '\n':
      return out.append("\\n");
    case '\r':
      return out.append("\\r");
    case '\t':
      return out.append("\\t");
    default: {
      constexpr std::string_view digits = "0123456789abcdef";
      const auto code = static_cast<unsigned char>(character);
      out.append("\\u00");
      out.append(digits.substr(code / 16, 1));
      out.append(digits.substr(code % 16, 1));
    }
  }
}

}  // namespace

Output::Output(SecretText secrets) : secrets_(secrets) { text_.reserve(usual_size); }

Output::~Output() { wipe(text_); }

void Output::append(std::string_view piece) {
  grow_wiping(text_, text_.size() + piece.size());
  text_.append(piece);
}

std::string Output::take() && { return std::move(text_); }

void write(Output& out, std::string_view text, const JsonPath& where) {
  if (!is_utf8(text)) throw EncodeError{where.cpp_path(), "must be valid UTF-8"};
  out.append("\"");
  while (!text.empty()) {
    const auto special = std::find_if(text.begin(), text.end(), [](char character) {
      return static_cast<unsigned char>(character) < ' ' || character == '"' || character == '\\';
    });
    const auto plain = static_cast<std::size_t>(special - text.begin());
    out.append(text.substr(0, plain));
    text.remove_prefix(plain);
    if (text.empty()) break;
    write_escape(out, text.front());
    text.remove_prefix(1);
  }
  out.append("\"");
}

void write(Output& out, const Secret& secret, const JsonPath& where) {
  if (out.exposes_secrets()) return write(out, secret.expose(), where);
  out.append(secret.empty() ? "\"\"" : "\"[redacted]\"");
}

void write(Output& out, Timestamp timestamp, const JsonPath& where) {
  // The beginning of year 0, and that of year 10000.
  constexpr Timestamp::TimePoint first{std::chrono::seconds(-62'167'219'200)};
  constexpr Timestamp::TimePoint beyond{std::chrono::seconds(253'402'300'800)};
  const Timestamp::TimePoint moment = timestamp.time_point();
  if (moment < first || moment >= beyond) {
    throw EncodeError{where.cpp_path(), "must lie in the years 0000 to 9999"};
  }
  out.append("\"");
  out.append(timestamp.to_string());
  out.append("\"");
}

void write(Output& out, std::int64_t number, const JsonPath&) {
  out.append(std::to_string(number));
}

void write(Output& out, const AnyJson& value, const JsonPath& where) {
  if (!is_json(value.text)) throw EncodeError{where.cpp_path(), "must be a JSON value"};
  out.append(value.text);
}

void write(Output& out, bool value, const JsonPath&) { out.append(value ? "true" : "false"); }

void write(Output& out, double number, const JsonPath& where) {
  if (!std::isfinite(number)) throw EncodeError{where.cpp_path(), "must be a finite number"};
  // The shortest text that reads as the same number, independent of the locale.
  std::array<char, 32> text{};
  const auto end = std::to_chars(text.data(), text.data() + text.size(), number).ptr;
  out.append({text.data(), static_cast<std::size_t>(end - text.data())});
}

void write(Output& out, const std::string& text, const JsonPath& where) {
  write(out, std::string_view(text), where);
}

}  // namespace json
}  // namespace v0
}  // namespace ionoscloud::container_registry
