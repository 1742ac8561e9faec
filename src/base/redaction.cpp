// SPDX-License-Identifier: Apache-2.0
#include "base/redaction.hpp"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <vector>

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

/// The bytes of a text, each with whether it belongs to a secret.
class Marks {
 public:
  explicit Marks(std::string_view text) : text_(text) {}

  void hide(const std::vector<Secret>& secrets) {
    constexpr std::size_t least_size = 4;
    for (const Secret& secret : secrets) {
      if (secret.expose().size() >= least_size) hide(secret.expose());
    }
  }

  [[nodiscard]] std::string shown() const {
    if (hidden_.empty()) return std::string(text_);
    std::string shown;
    shown.reserve(text_.size());
    for (std::size_t i = 0; i < text_.size(); ++i) {
      if (!hidden_[i]) {
        shown += text_[i];
      } else if (i == 0 || !hidden_[i - 1]) {
        shown += "[redacted]";
      }
    }
    return shown;
  }

 private:
  void hide(std::string_view secret) {
    std::size_t done = 0;
    for (auto at = text_.find(secret); at != text_.npos; at = text_.find(secret, at + 1)) {
      // Most texts hold none.
      if (hidden_.empty()) hidden_.resize(text_.size());
      const std::size_t end = at + secret.size();
      std::fill(hidden_.begin() + static_cast<std::ptrdiff_t>(std::max(at, done)),
                hidden_.begin() + static_cast<std::ptrdiff_t>(end), true);
      done = end;
    }
  }

  const std::string_view text_;
  std::vector<bool> hidden_;
};

}  // namespace

std::string redacted(std::string_view text, const std::vector<Secret>& secrets,
                     const std::vector<Secret>& more) {
  // Marked first and replaced then, since one secret may begin within another.
  Marks marks(text);
  marks.hide(secrets);
  marks.hide(more);
  return marks.shown();
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
