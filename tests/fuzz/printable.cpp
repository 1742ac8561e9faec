// SPDX-License-Identifier: Apache-2.0
#include "base/message_text.hpp"

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <string>

#include "base/ascii.hpp"
#include "fuzz/json_tree.hpp"
#include "fuzz/target.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace fuzz {
namespace {

constexpr std::string_view cut_mark = "…";

/// Whether a text that is UTF-8 has one of the characters that terminals obey.
bool has_control(std::string_view text) {
  if (std::any_of(text.begin(), text.end(), ascii::is_control)) return true;
  for (std::size_t at = text.find('\xc2'); at != text.npos; at = text.find('\xc2', at + 1)) {
    if (static_cast<unsigned char>(text[at + 1]) < 0xa0) return true;
  }
  return false;
}

}  // namespace

/// How many bytes may be shown and, behind `|`, the text.
void run(std::string_view input) {
  Pieces pieces(input);
  const std::string_view digits = pieces.next();
  unsigned short most_bytes = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), most_bytes);
  const std::string_view text = pieces.rest();

  const std::string whole = printable(text, 4 * text.size());
  const std::string part = printable(text, most_bytes);

  require(is_utf8(whole) && is_utf8(part), "what is shown is UTF-8");
  require(!has_control(whole) && !has_control(part), "and holds no control character");
  require(printable(whole, whole.size()) == whole, "and is shown as it is the next time");
  if (is_utf8(text) && !has_control(text)) require(whole == text, "plain text stays as it is");
  require(part.size() <= most_bytes + cut_mark.size(), "no more is shown than may be");
  if (part == whole) return;
  const std::size_t kept = part.size() - cut_mark.size();
  require(part.substr(kept) == cut_mark, "a text that is cut says so");
  require(part.substr(0, kept) == whole.substr(0, kept), "and is the same up to there");
}

}  // namespace fuzz
}  // namespace v0
}  // namespace ionoscloud::container_registry
