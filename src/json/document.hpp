// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include <simdjson.h>

#include "json/json_path.hpp"
#include "json/parsers.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace json {

namespace ondemand = simdjson::ondemand;

/// Throws the `DecodeError` for an error code of simdjson, unless it is `SUCCESS`.
void check(simdjson::error_code error, const JsonPath& where);

/// Throws a `DecodeError` that says what is wrong: `is missing`.
[[noreturn]] void fail(const JsonPath& where, std::string_view problem);

/// Throws a `DecodeError` that names the expected value and the one that was found.
[[noreturn]] void fail(const JsonPath& where, std::string_view expected, std::string_view found);

/// A text that is read as JSON, once, from its beginning to its end. Each function takes the
/// current value and its path, which a `DecodeError` names.
///
/// Checked at once for the whole text: UTF-8 and control characters. Checked for each value that is
/// read or skipped: brackets, commas, colons, escapes, numbers, `true`, `false` and `null`. Not
/// checked in skipped values: duplicate members, and the range of numbers.
///
/// Texts are unescaped into memory of this class, which is wiped on destruction, and never into
/// simdjson's, which isn't: they may be passwords, and simdjson copies some bytes after a text
/// along with it.
class Document {
 public:
  /// Finds the tokens of `text`, which must not change while this exists. Its capacity may grow.
  explicit Document(std::string& text);
  ~Document();

  Document(const Document&) = delete;
  Document& operator=(const Document&) = delete;

  /// The size of the text in bytes.
  [[nodiscard]] std::size_t size() const noexcept { return size_; }

  /// The root of the document, which must be an object.
  [[nodiscard]] ondemand::object root();

  /// Throws when anything follows the root.
  void finish();

  [[nodiscard]] ondemand::object object(ondemand::value& value, const JsonPath& where);
  [[nodiscard]] ondemand::array array(ondemand::value& value, const JsonPath& where);

  /// A text, valid until the next one is read. `expected` says what it should be.
  [[nodiscard]] std::string_view text(ondemand::value& value, const JsonPath& where,
                                      std::string_view expected = "text");

  /// The name of a member with that value, valid until the next text is read.
  [[nodiscard]] std::string_view name(ondemand::raw_json_string name, ondemand::value& value,
                                      const JsonPath& where);

  /// A number, exactly.
  [[nodiscard]] std::int64_t number(ondemand::value& value, const JsonPath& where);

  /// A number, or a text that holds one.
  [[nodiscard]] std::int64_t number_or_text(ondemand::value& value, const JsonPath& where);

  /// A number, rounded to a `double`.
  [[nodiscard]] double real(ondemand::value& value, const JsonPath& where);

  [[nodiscard]] bool boolean(ondemand::value& value, const JsonPath& where);

  /// The JSON text of any value, unchanged.
  [[nodiscard]] std::string_view any(ondemand::value& value, const JsonPath& where);

  /// Whether the value is null. If so, it has been read.
  [[nodiscard]] bool is_null(ondemand::value& value, const JsonPath& where) {
    return first_character(value) == 'n' && take_null(value, where);
  }

  /// Skips a value. `where` is the path of the value around it, because messages don't show the
  /// names of unknown members.
  void skip(ondemand::value value, const JsonPath& where);

  /// The first character of a value, which determines its kind.
  [[nodiscard]] static char first_character(ondemand::value& value) {
    return *value.raw_json_token().data();
  }

 private:
  [[nodiscard]] std::string_view unescape(ondemand::raw_json_string raw, std::size_t raw_size,
                                          const JsonPath& where);
  [[nodiscard]] bool take_null(ondemand::value& value, const JsonPath& where);
  void skip_object(ondemand::value& value, const JsonPath& where);
  void skip_array(ondemand::value& value, const JsonPath& where);

  Parser parser_;
  ondemand::document document_;
  std::size_t size_;
  /// Whether any text has an escape. In most documents none has.
  bool has_escapes_;
  std::string scratch_;
};

/// Whether a text is one JSON value.
[[nodiscard]] bool is_json(std::string_view text);

/// The last quote at `end` or before it. Only white space and a colon may be between.
[[nodiscard]] inline const char* closing_quote(const char* end) noexcept {
  while (*end != '"') --end;
  return end;
}

/// A member's name between its quotes, with its escapes.
[[nodiscard]] inline std::string_view raw_name(ondemand::raw_json_string name,
                                               ondemand::value& value) {
  // simdjson keeps only the beginning of a name. The name ends at the last quote before the value:
  // only a colon and white space are between them.
  const char* const begin = name.raw();
  const char* const end = closing_quote(value.raw_json_token().data() - 1);
  return {begin, static_cast<std::size_t>(end - begin)};
}

}  // namespace json
}  // namespace v0
}  // namespace ionoscloud::container_registry
