// SPDX-License-Identifier: Apache-2.0
#include "base/spelling.hpp"

#include <numeric>
#include <optional>

#include "base/escapes.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

/// The escape there, unless it may be a sign that stands for itself.
std::optional<Escape> escape_at(std::string_view text, std::size_t at) {
  if (!is_escape_sign(text[at]) || text[at] == '+') return std::nullopt;
  return read_escape(text.substr(at));
}

}  // namespace

std::size_t length_spelled(std::string_view text, std::string_view secret) {
  std::size_t at = 0;
  while (!secret.empty()) {
    if (at == text.size()) return 0;
    const auto escape = read_escape(text.substr(at));
    if (escape && secret.substr(0, escape->bytes.size()) == escape->bytes) {
      at += escape->length;
      secret.remove_prefix(escape->bytes.size());
    } else if (text[at] == secret.front()) {
      ++at;
      secret.remove_prefix(1);
    } else {
      return 0;
    }
  }
  return at;
}

bool PeeledText::peel() {
  std::size_t at = 0;
  while (at < text_.size() && !escape_at(text_, at)) ++at;
  if (at == text_.size()) return false;
  if (origins_.empty()) copy_whole();

  // In place: an escape is no shorter than what it stands for.
  std::size_t size = at;
  while (at < peeled_.size()) {
    const std::size_t origin = origins_[at];
    const auto escape = escape_at(peeled_, at);
    const std::string bytes = escape ? escape->bytes : std::string(1, peeled_[at]);
    at += escape ? escape->length : 1;
    for (const char byte : bytes) {
      origins_[size] = origin;
      peeled_[size++] = byte;
    }
  }
  origins_[size] = origins_[at];
  peeled_.resize(size);
  text_ = peeled_;
  return true;
}

void PeeledText::copy_whole() {
  peeled_ = text_;
  origins_.resize(text_.size() + 1);
  std::iota(origins_.begin(), origins_.end(), std::size_t{0});
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
