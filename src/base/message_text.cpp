// SPDX-License-Identifier: Apache-2.0
#include "base/message_text.hpp"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <vector>

#include "base/ascii.hpp"
#include "base/escapes.hpp"
#include "base/utf8.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

/// The length of the prefix of `text` that is printable ASCII: in most texts nearly all of it.
std::size_t plain_length(std::string_view text) noexcept {
  constexpr auto is_plain = [](char c) { return c >= 0x20 && c < 0x7f; };
  return static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), is_plain) -
                                  text.begin());
}

/// Whether `text` begins with one of U+0080 to U+009F, which are control characters of terminals
/// too.
bool is_c1_control(std::string_view text) noexcept {
  return text.front() == '\xc2' && text.size() > 1 && static_cast<unsigned char>(text[1]) < 0xa0;
}

void append_escaped(std::string& out, char c) {
  constexpr std::string_view hex = "0123456789abcdef";
  const auto byte = static_cast<unsigned char>(c);
  out += "\\x";
  out += hex[byte >> 4];
  out += hex[byte & 0xf];
}

/// A text, and for each byte whether it belongs to a secret.
class Marks {
 public:
  explicit Marks(std::string_view text) : text_(text) {}

  /// Marks each occurrence of the secrets, plain or escaped.
  void hide(const std::vector<const Secret*>& secrets) {
    for (const Secret* secret : secrets) hide(secret->expose());
    if (secrets.empty() || std::none_of(text_.begin(), text_.end(), is_escape_sign)) return;
    // How many programs, one after another, may have escaped the text.
    constexpr int most_layers = 4;
    UnescapedText unescaped(text_);
    for (int layer = 0; layer < most_layers; ++layer) {
      for (const Secret* secret : secrets) hide_escaped(unescaped, secret->expose());
      if (!unescaped.unescape_once()) return;
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
  }

  void hide_escaped(const UnescapedText& unescaped, std::string_view secret) {
    const std::string_view text = unescaped.text();
    const auto may_begin = [secret](char c) { return c == secret.front() || is_escape_sign(c); };
    std::size_t done = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
      if (!may_begin(text[at])) continue;
      const std::size_t length = match_escaped(text.substr(at), secret);
      if (length != 0) hide(unescaped.origin(at), unescaped.origin(at + length), done);
    }
  }

  /// All before `done` is marked already.
  void hide(std::size_t begin, std::size_t end, std::size_t& done) {
    // Most texts hold no secret.
    if (hidden_.empty()) hidden_.resize(text_.size());
    if (end <= done) return;
    std::fill(hidden_.begin() + static_cast<std::ptrdiff_t>(std::max(begin, done)),
              hidden_.begin() + static_cast<std::ptrdiff_t>(end), true);
    done = end;
  }

  const std::string_view text_;
  std::vector<bool> hidden_;
};

/// Adds the secrets that are long enough to be replaced.
void add_long(std::vector<const Secret*>& all, const std::vector<Secret>& secrets) {
  constexpr std::size_t least_size = 4;
  for (const Secret& secret : secrets) {
    if (secret.expose().size() >= least_size) all.push_back(&secret);
  }
}

}  // namespace

std::string printable(std::string_view text, std::size_t most_bytes) {
  std::string out;
  out.reserve(std::min(text.size(), most_bytes));
  while (!text.empty()) {
    const std::size_t plain = std::min(plain_length(text), most_bytes - out.size());
    out += text.substr(0, plain);
    text.remove_prefix(plain);
    if (text.empty()) break;
    const std::size_t length = utf8_length(text);
    const bool keep = length > 0 && !ascii::is_control(text.front()) && !is_c1_control(text);
    const std::size_t taken = keep ? length : 1;
    if (out.size() + (keep ? length : 4) > most_bytes) return out + "…";
    if (keep) {
      out += text.substr(0, length);
    } else {
      append_escaped(out, text.front());
    }
    text.remove_prefix(taken);
  }
  return out;
}

std::string redacted(std::string_view text, const std::vector<Secret>& secrets,
                     const std::vector<Secret>& more) {
  std::vector<const Secret*> all;
  add_long(all, secrets);
  add_long(all, more);
  // Marks all before it replaces any: occurrences may overlap.
  Marks marks(text);
  marks.hide(all);
  return marks.shown();
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
