// SPDX-License-Identifier: Apache-2.0
#include "base/message_text.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

#include "base/escapes.hpp"
#include "fuzz/target.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace fuzz {
namespace {

constexpr std::string_view mark = "[redacted]";
constexpr std::size_t least_size = 4;
constexpr int most_layers = 4;

bool holds(std::string_view text, const Secret& secret) {
  return secret.expose().size() >= least_size && text.find(secret.expose()) != text.npos;
}

/// The text with each byte asked whether it belongs to a secret.
std::string blanked(std::string_view text, const std::vector<Secret>& secrets) {
  std::vector<bool> hidden(text.size());
  for (const Secret& secret : secrets) {
    const std::size_t size = secret.expose().size();
    if (size < least_size) continue;
    UnescapedText unescaped(text);
    for (int layer = 0; layer == 0 || (layer < most_layers && unescaped.unescape_once()); ++layer) {
      const std::string_view rest = unescaped.text();
      for (std::size_t at = 0; at < rest.size(); ++at) {
        const bool is_exact = layer == 0 && rest.substr(at, size) == secret.expose();
        const std::size_t length =
            std::max(is_exact ? size : 0, match_escaped(rest.substr(at), secret.expose()));
        const std::size_t end = unescaped.origin(at + length);
        for (std::size_t i = unescaped.origin(at); i < end; ++i) hidden[i] = true;
      }
    }
  }
  std::string shown;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!hidden[i]) shown += text[i];
    if (hidden[i] && (i == 0 || !hidden[i - 1])) shown += mark;
  }
  return shown;
}

}  // namespace

/// A text, and a secret behind each `|`.
void run(std::string_view input) {
  Pieces pieces(input);
  const std::string text(pieces.next());
  std::vector<Secret> secrets;
  while (!pieces.empty()) secrets.emplace_back(pieces.next());

  const std::string shown = redacted(text, secrets);

  require(shown == blanked(text, secrets), "all of each secret is blanked, and nothing else");
  for (std::string_view rest = shown; !rest.empty();) {
    const std::string_view piece = rest.substr(0, rest.find(mark));
    rest.remove_prefix(std::min(piece.size() + mark.size(), rest.size()));
    for (const Secret& secret : secrets) require(!holds(piece, secret), "no secret is shown");
  }
}

}  // namespace fuzz
}  // namespace v0
}  // namespace ionoscloud::container_registry
