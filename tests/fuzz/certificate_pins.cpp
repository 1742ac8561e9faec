// SPDX-License-Identifier: Apache-2.0
#include "curl/certificate_pins.hpp"

#include <algorithm>
#include <cstdio>
#include <optional>
#include <stdexcept>
#include <string>

#include "base/bare_text.hpp"
#include "fuzz/target.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace fuzz {
namespace {

/// Whether a text is 64 hex digits, with or without colons and spaces, but for what stands around.
bool is_fingerprint(std::string text) {
  text = std::string(bare(text));
  text.erase(std::remove_if(text.begin(), text.end(), [](char c) { return c == ':' || c == ' '; }),
             text.end());
  return text.size() == 64 && text.find_first_not_of("0123456789abcdefABCDEF") == std::string::npos;
}

std::string written(const Fingerprint& fingerprint) {
  std::string text;
  for (const unsigned char byte : fingerprint) {
    char pair[4];
    std::snprintf(pair, sizeof pair, "%02X:", static_cast<unsigned>(byte));
    text += pair;
  }
  return text;
}

/// The pins that a text makes; nothing when it makes none.
std::optional<CertificatePins> pins_of(const std::string& text) {
  try {
    return CertificatePins({text});
  } catch (const std::invalid_argument&) {
    return std::nullopt;
  }
}

}  // namespace

/// A pin and, behind `|`, a certificate of a server.
void run(std::string_view input) {
  Pieces pieces(input);
  const std::string text(pieces.next());
  const auto fingerprint = parse_fingerprint(text);
  const auto pins = pins_of(text);

  require(fingerprint.has_value() == is_fingerprint(text), "64 hex digits are a fingerprint");
  require(pins.has_value() == fingerprint.has_value(), "which makes a pin");
  if (fingerprint) {
    require(parse_fingerprint(written(*fingerprint)) == fingerprint, "it reads as it is written");
  }
  // No input hashes to a pin of its own but by a secret that nobody has found.
  if (pins) require(!pins->empty() && !pins->hold(pieces.rest()), "no other certificate is held");
}

}  // namespace fuzz
}  // namespace v0
}  // namespace ionoscloud::container_registry
