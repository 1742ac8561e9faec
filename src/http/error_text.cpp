// SPDX-License-Identifier: Apache-2.0
#include "http/error_text.hpp"

#include <algorithm>
#include <cstddef>

#include "base/ascii.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

/// Longer bodies are left alone: what a gateway says is short.
constexpr std::size_t most_bytes = 1024 * 1024;

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// Where `part` begins in `text`, in any case; the end of `text` when it doesn't.
std::size_t find_ignoring_case(std::string_view text, std::string_view part) {
  const auto same = [](char a, char b) { return ascii::to_lower(a) == ascii::to_lower(b); };
  const auto* const at = std::search(text.begin(), text.end(), part.begin(), part.end(), same);
  return static_cast<std::size_t>(at - text.begin());
}

/// Whether a control character tells that it isn't for people.
bool is_binary(std::string_view text) {
  return std::any_of(text.begin(), text.end(),
                     [](char c) { return ascii::is_control(c) && !ascii::is_space(c); });
}

/// Whether `text` is meant to be JSON, unlike `[error] no route`.
bool begins_json(std::string_view text) {
  if (text.empty() || (text.front() != '{' && text.front() != '[')) return false;
  const std::string_view inner = ascii::trim(text.substr(1));
  return text.front() == '{' || inner.empty() ||
         std::string_view("[]{\"").find(inner.front()) != std::string_view::npos;
}

/// `text` on one line, with one blank for all white space in a row.
std::string on_one_line(std::string_view text) {
  std::string line;
  for (const char c : ascii::trim(text)) {
    const bool space = ascii::is_space(c);
    if (!space) line += c;
    if (space && line.back() != ' ') line += ' ';
  }
  return line;
}

/// The text in the first element of that name.
std::string_view element(std::string_view markup, std::string_view name) {
  std::string_view rest = markup.substr(find_ignoring_case(markup, name));
  const std::size_t tag_end = rest.find('>');
  if (tag_end == rest.npos) return "";
  rest.remove_prefix(tag_end + 1);
  return rest.substr(0, rest.find('<'));
}

}  // namespace

std::string error_text(std::string_view body) {
  if (body.size() > most_bytes) return "";
  if (body.substr(0, byte_order_mark.size()) == byte_order_mark) {
    body.remove_prefix(byte_order_mark.size());
  }
  std::string_view text = ascii::trim(body);
  if (begins_json(text)) return "";
  if (!text.empty() && text.front() == '<') {
    for (const std::string_view name : {"<title", "<message", "<h1"}) {
      std::string said = on_one_line(element(text, name));
      if (!said.empty()) return is_binary(said) ? "" : said;
    }
    return "";
  }
  text = ascii::trim(text.substr(0, text.find_first_of("\r\n")));
  return is_binary(text) ? "" : std::string(text);
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
