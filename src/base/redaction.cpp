// SPDX-License-Identifier: Apache-2.0
#include "base/redaction.hpp"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <vector>

#include "base/spelling.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

/// The bytes of a text, each with whether it belongs to a secret.
class Marks {
 public:
  explicit Marks(std::string_view text)
      : text_(text), may_be_spelled_(std::any_of(text.begin(), text.end(), is_spelling_sign)) {}

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
      hide(at, at + secret.size(), done);
    }
    if (!may_be_spelled_) return;
    done = 0;
    const auto may_begin = [secret](char c) { return c == secret.front() || is_spelling_sign(c); };
    for (std::size_t at = 0; at < text_.size(); ++at) {
      if (!may_begin(text_[at])) continue;
      const std::size_t length = length_spelled(text_.substr(at), secret);
      if (length != 0) hide(at, at + length, done);
    }
  }

  /// What lies before `done` is hidden already.
  void hide(std::size_t begin, std::size_t end, std::size_t& done) {
    // Most texts hold none.
    if (hidden_.empty()) hidden_.resize(text_.size());
    if (end <= done) return;
    std::fill(hidden_.begin() + static_cast<std::ptrdiff_t>(std::max(begin, done)),
              hidden_.begin() + static_cast<std::ptrdiff_t>(end), true);
    done = end;
  }

  const std::string_view text_;
  /// Whether a secret may stand there by escapes.
  const bool may_be_spelled_;
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
