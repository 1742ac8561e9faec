// SPDX-License-Identifier: Apache-2.0
#include "http/http_rules.hpp"

#include <cstddef>
#include <optional>
#include <string>

#include "base/ascii.hpp"
#include "curl/response_reader.hpp"
#include "fuzz/target.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace fuzz {
namespace {

/// A head with that one header, as a server would write it, read again.
std::optional<Headers> sent_and_read(const std::string& name, const std::string& value) {
  ResponseReader reader;
  reader.begin(HttpMethod::get, {});
  std::string text = "HTTP/1.1 200 OK\r\n" + name + ": " + value + "\r\n\r\n";
  while (!text.empty() && !reader.head_complete()) {
    const std::string line = text.substr(0, text.find('\n') + 1);
    text.erase(0, line.size());
    if (!reader.read_line(line)) return std::nullopt;
  }
  require(text.empty(), "a header doesn't end the head");
  return reader.take().headers;
}

std::string_view without_blanks(std::string_view value) {
  const std::size_t first = value.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  return value.substr(first, value.find_last_not_of(" \t") + 1 - first);
}

std::string in_capitals(std::string text) {
  for (char& c : text) {
    if (ascii::is_alpha(c)) c = static_cast<char>(c & ~0x20);
  }
  return text;
}

}  // namespace

/// A name and, behind `|`, a value.
void run(std::string_view input) {
  Pieces pieces(input);
  const std::string name(pieces.next());
  const std::string value(pieces.rest());

  require(is_reserved_header(name) == is_reserved_header(in_capitals(name)), "case doesn't matter");
  if (!is_header_name(name) || !is_header_value(value)) return;
  const bool means_framing = is_reserved_header(name) || in_capitals(name) == "CONTENT-ENCODING";
  const auto headers = sent_and_read(name, value);
  require(headers || means_framing, "what may be sent is read");
  if (!headers) return;
  require(headers->size() == 1, "it is one header");
  require(headers->begin()->name == name, "of its name");
  require(headers->begin()->value == without_blanks(value), "and its value");
}

}  // namespace fuzz
}  // namespace v0
}  // namespace ionoscloud::container_registry
