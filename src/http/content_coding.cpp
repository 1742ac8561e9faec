// SPDX-License-Identifier: Apache-2.0
#include "http/content_coding.hpp"

#include <algorithm>
#include <array>
#include <optional>

#include "base/ascii.hpp"
#include "base/wipe.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

/// A body with more codings is an attack on its readers.
constexpr std::size_t most_codings = 4;

constexpr std::string_view gzip_beginning = "\x1f\x8b\x08";

struct Row {
  std::string_view name;
  /// No value for names that mean no coding: character sets, transfer encodings of mail, and names
  /// that storage services write. Servers send them, although RFC 9110 has none of them.
  std::optional<Coding> coding;
};

constexpr std::array<Row, 23> rows = {{
    {"gzip", Coding::gzip},
    {"x-gzip", Coding::gzip},
    {"deflate", Coding::deflate},
    {"x-deflate", Coding::deflate},
    {"identity", {}},
    {"none", {}},
    {"null", {}},
    {"", {}},
    {"utf-8", {}},
    {"utf8", {}},
    {"utf_8", {}},
    {"us-ascii", {}},
    {"ascii", {}},
    {"iso-8859-1", {}},
    {"7bit", {}},
    {"8bit", {}},
    {"binary", {}},
    {"chunked", {}},
    {"aws-chunked", {}},
    {"plain", {}},
    {"text", {}},
    {"json", {}},
    {"application/json", {}},
}};

/// Whether a body begins as a JSON object does. No coded body begins like that.
bool is_plain(std::string_view body) {
  while (!body.empty() && ascii::is_space(body.front())) body.remove_prefix(1);
  return !body.empty() && body.front() == '{';
}

bool begins_gzip(std::string_view body) {
  return body.substr(0, gzip_beginning.size()) == gzip_beginning;
}

}  // namespace

bool add_codings(std::string_view value, std::vector<Coding>& codings) {
  for (bool more = true; more;) {
    const std::size_t comma = value.find(',');
    const std::string_view name = ascii::trim(value.substr(0, comma));
    more = comma != std::string_view::npos;
    value.remove_prefix(more ? comma + 1 : value.size());

    const auto* const row = std::find_if(rows.begin(), rows.end(), [&](const Row& candidate) {
      return ascii::equal_ignoring_case(candidate.name, name);
    });
    if (row == rows.end()) return false;
    if (row->coding) codings.push_back(*row->coding);
    if (codings.size() > most_codings) return false;
  }
  return true;
}

Inflated undo_codings(std::vector<Coding> codings, std::string& body, std::size_t limit) {
  if (codings.empty() && begins_gzip(body)) codings.push_back(Coding::gzip);
  for (; !codings.empty() && !body.empty(); codings.pop_back()) {
    if (is_plain(body)) return Inflated::damaged;
    std::string plain;
    const Inflated result = inflate(codings.back(), body, plain, limit);
    // A body that isn't coded stays as it is. So does a corrupt one, which must not pass for whole.
    const bool is_of_use = !plain.empty() && result != Inflated::corrupt;
    if (result == Inflated::whole || is_of_use) plain.swap(body);
    wipe(plain);
    if (result != Inflated::whole) return result;
  }
  return Inflated::whole;
}

std::optional<Coding> coding_left(std::string_view value, std::string_view body) {
  if (begins_gzip(body)) return Coding::gzip;
  std::vector<Coding> codings;
  (void)add_codings(value, codings);
  if (codings.empty() || is_plain(body)) return std::nullopt;
  return codings.back();
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
