// SPDX-License-Identifier: Apache-2.0
#include "http/content_coding.hpp"

#include <cstddef>
#include <string>
#include <vector>

#include "fuzz/target.hpp"
#include "support/coded.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace fuzz {
namespace {

constexpr std::size_t limit = 4096;

/// Whatever a text is, it comes back from its coding; and from a part of that, a part of it.
void check_round_trip(const std::string& text, const std::string& coded, Coding coding) {
  std::string body = coded;
  require(undo_codings({coding}, body, text.size()) == Inflated::whole && body == text,
          "what was coded is inflated");
  body = coded.substr(0, coded.size() / 2);
  require(body.empty() || undo_codings({coding}, body, text.size()) == Inflated::damaged,
          "half of it is noticed");
  require(body == text.substr(0, body.size()) || body == coded.substr(0, coded.size() / 2),
          "and gives the beginning");
}

}  // namespace

/// The value of a Content-Encoding line, then the body.
void run(std::string_view input) {
  Pieces pieces(input);
  const std::string_view value = pieces.next('\n');
  const std::string body(pieces.rest());

  std::vector<Coding> codings;
  const bool known = add_codings(value, codings);
  require(!known || codings.size() <= value.size(), "no coding is made up");
  std::string plain = body;
  const Inflated result = undo_codings(codings, plain, limit);
  require(codings.empty() || plain.size() <= limit || plain == body, "the limit holds");
  require(result != Inflated::too_large || plain.size() == limit, "and all of it is used");

  check_round_trip(body, gzipped(body), Coding::gzip);
  check_round_trip(body, deflated(body), Coding::deflate);
}

}  // namespace fuzz
}  // namespace v0
}  // namespace ionoscloud::container_registry
