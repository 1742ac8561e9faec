// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace json {

/// One text of a document that may be damaged, read by hand; wiped in the end, for it may be a
/// password.
class DamagedText {
 public:
  /// Takes the text off `rest`, which stands behind its opening quote: as far as the closing one,
  /// or all of it.
  explicit DamagedText(std::string_view& rest);
  DamagedText(const DamagedText&) = delete;
  DamagedText& operator=(const DamagedText&) = delete;
  ~DamagedText();

  /// Its characters. What can't be decoded stays as it came; an escape that was cut off at the end
  /// is left out.
  [[nodiscard]] const std::string& characters() const noexcept { return characters_; }

  /// Whether it came to its closing quote, with each character as JSON has them.
  [[nodiscard]] bool is_exact() const noexcept { return exact_; }

 private:
  void take_escape(std::string_view& rest, bool closed);
  void take_code_point(std::string_view& rest, bool closed);
  void keep_as_it_came(std::string_view& rest);

  std::string characters_;
  bool exact_ = true;
};

/// How many bytes the text has that `rest` begins with, behind its opening quote; all of them when
/// there is no closing one.
[[nodiscard]] std::size_t length_of_text(std::string_view rest) noexcept;

}  // namespace json
}  // namespace v0
}  // namespace ionoscloud::container_registry
