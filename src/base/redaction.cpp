// SPDX-License-Identifier: Apache-2.0
#include "base/redaction.hpp"

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

/// Marks the bytes of `text` that belong to `secret`.
void hide(std::string_view secret, std::string_view text, std::vector<bool>& hidden) {
  std::size_t done = 0;
  for (auto at = text.find(secret); at != std::string_view::npos; at = text.find(secret, at + 1)) {
    const std::size_t end = at + secret.size();
    std::fill(hidden.begin() + static_cast<std::ptrdiff_t>(std::max(at, done)),
              hidden.begin() + static_cast<std::ptrdiff_t>(end), true);
    done = end;
  }
}

}  // namespace

std::string redacted(const std::string& text, const std::vector<Secret>& secrets) {
  constexpr std::size_t least_size = 4;
  // Marked first and replaced then, since one secret may begin within another.
  std::vector<bool> hidden(text.size());
  for (const Secret& secret : secrets) {
    if (secret.expose().size() >= least_size) hide(secret.expose(), text, hidden);
  }

  std::string shown;
  shown.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!hidden[i]) {
      shown += text[i];
    } else if (i == 0 || !hidden[i - 1]) {
      shown += "[redacted]";
    }
  }
  return shown;
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
