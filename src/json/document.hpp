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

/// Throws the `DecodeError` that one of simdjson's errors stands for, if it is one.
void check(simdjson::error_code error, const JsonPath& where);

/// Throws a `DecodeError` that says what is wrong: `is missing`.
[[noreturn]] void fail(const JsonPath& where, std::string_view problem);

/// Throws a `DecodeError` that says what should be there, and what is.
[[noreturn]] void fail(const JsonPath& where, std::string_view expected, std::string_view found);

/// A text that is read as JSON, once, from its beginning to its end. Each function takes the value
/// that the reading has come to, and the place to blame in a `DecodeError`.
///
/// What is checked: UTF-8 and control characters, of the whole text at once; brackets, commas,
/// colons, escapes, numbers, `true`, `false` and `null` wherever the reading goes, and `skip` goes
/// through unknown values too. Not checked is whether an unknown object has two members of one
/// name, and whether some type could hold an unknown number.
///
/// Texts are unescaped into memory of this class, which is wiped in the end, and never into
/// simdjson's, which isn't: they may be passwords, and simdjson copies some of what follows a text
/// along with it.
class Document {
 public:
  /// Finds the tokens of `text`, which must stay as it is while this exists. Its capacity may grow.
  explicit Document(std::string& text);
  ~Document();

  Document(const Document&) = delete;
  Document& operator=(const Document&) = delete;

  /// How many bytes the text has.
  [[nodiscard]] std::size_t size() const noexcept { return size_; }

  /// The object that the whole text is.
  [[nodiscard]] ondemand::object root();

  /// Makes sure that nothing follows the root.
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

  /// A number, or the same as text.
  [[nodiscard]] std::int64_t number_or_text(ondemand::value& value, const JsonPath& where);

  /// A number, as near as a `double` comes to it.
  [[nodiscard]] double real(ondemand::value& value, const JsonPath& where);

  [[nodiscard]] bool boolean(ondemand::value& value, const JsonPath& where);

  /// The text of any value, as it stands in the document.
  [[nodiscard]] std::string_view any(ondemand::value& value, const JsonPath& where);

  /// Whether the value is null. If so, it has been read.
  [[nodiscard]] bool is_null(ondemand::value& value, const JsonPath& where) {
    return first_character(value) == 'n' && take_null(value, where);
  }

  /// Reads past a value that nobody wants. `where` is the value around it, for the names of unknown
  /// members aren't told.
  void skip(ondemand::value value, const JsonPath& where);

  /// The first character of a value, which tells its kind.
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
  /// Whether any text has an escape. Most documents have none.
  bool has_escapes_;
  std::string scratch_;
};

/// Whether a text is one JSON value.
[[nodiscard]] bool is_json(std::string_view text);

/// The last quote at `end` or before it, where white space and a colon alone may stand between.
[[nodiscard]] inline const char* closing_quote(const char* end) noexcept {
  while (*end != '"') --end;
  return end;
}

/// The characters of a member's name between its quotes, escapes and all.
[[nodiscard]] inline std::string_view raw_name(ondemand::raw_json_string name,
                                               ondemand::value& value) {
  // simdjson keeps where a name begins. It ends at the last quote before the value, as only a colon
  // and white space lie between them.
  const char* const begin = name.raw();
  const char* const end = closing_quote(value.raw_json_token().data() - 1);
  return {begin, static_cast<std::size_t>(end - begin)};
}

}  // namespace json
}  // namespace v0
}  // namespace ionoscloud::container_registry
