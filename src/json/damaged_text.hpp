// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace json {

/// One text (a JSON string) of a document that may be damaged. Wiped on destruction, because it may
/// be a password.
class DamagedText {
 public:
  /// Removes the text from `rest`, which begins after the opening quote: up to and including the
  /// closing quote, or all of it.
  explicit DamagedText(std::string_view& rest);
  DamagedText(const DamagedText&) = delete;
  DamagedText& operator=(const DamagedText&) = delete;
  ~DamagedText();

  /// Its characters. Escapes that can't be decoded stay as they are; one that was cut off at the
  /// end is left out.
  [[nodiscard]] const std::string& characters() const noexcept { return characters_; }

  /// Whether it has its closing quote and is valid JSON.
  [[nodiscard]] bool is_exact() const noexcept { return exact_; }

 private:
  void take_escape(std::string_view& rest, bool closed);
  void take_code_point(std::string_view& rest, bool closed);
  void keep_undecoded(std::string_view& rest);

  std::string characters_;
  bool exact_ = true;
};

/// The length in bytes of the text at the start of `rest`, which begins after the opening quote;
/// the whole length when there is no closing quote.
[[nodiscard]] std::size_t length_of_text(std::string_view rest) noexcept;

}  // namespace json
}  // namespace v0
}  // namespace ionoscloud::container_registry
