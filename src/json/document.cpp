// SPDX-License-Identifier: Apache-2.0
#include "json/document.hpp"

#include <algorithm>
#include <new>
#include <utility>

#include "base/utf8.hpp"
#include "base/wipe.hpp"
#include "json/codec.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace json {
namespace {

static_assert(simdjson::SIMDJSON_VERSION_MAJOR >= 3, "simdjson 3.0 or newer is needed");
static_assert(parser_padding >= simdjson::SIMDJSON_PADDING);

/// How deep objects and lists may be nested.
constexpr int most_depth = 64;

constexpr std::string_view not_json = "is not JSON";
constexpr std::string_view whole_number = "a whole number of 64 bits";

std::string_view problem(simdjson::error_code error) {
  switch (error) {
    case simdjson::EMPTY:
      return "is empty";
    case simdjson::UTF8_ERROR:
      return "is not valid UTF-8";
    case simdjson::UNESCAPED_CHARS:
      return "has a control character in a text";
    case simdjson::UNCLOSED_STRING:
      return "ends inside a text";
    case simdjson::INCOMPLETE_ARRAY_OR_OBJECT:
      return "does not end where its object does";
    case simdjson::STRING_ERROR:
      return "has an escape that JSON does not have";
    case simdjson::CAPACITY:
      return "is too long";
    default:
      return not_json;
  }
}

/// The kind of a value by its first character; empty when no value begins with it.
std::string_view kind(char first_character) {
  switch (first_character) {
    case '{':
      return "an object";
    case '[':
      return "a list";
    case '"':
      return "text";
    case 't':
    case 'f':
      return "true or false";
    case 'n':
      return "null";
    case '-':
      return "a number";
    default:
      return first_character >= '0' && first_character <= '9' ? "a number" : "";
  }
}

[[noreturn]] void fail_by_kind(const JsonPath& where, std::string_view expected,
                               char first_character) {
  const std::string_view found = kind(first_character);
  if (found.empty()) fail(where, not_json);
  fail(where, expected, found);
}

/// The number of digits at the start of `text`.
std::size_t digits(std::string_view text) {
  return std::min(text.find_first_not_of("0123456789"), text.size());
}

/// Whether `text` is a number of JSON, perhaps followed by white space.
bool is_number(std::string_view text) {
  if (text.front() == '-') text.remove_prefix(1);
  const std::size_t whole = digits(text);
  if (whole == 0 || (whole > 1 && text.front() == '0')) return false;
  text.remove_prefix(whole);
  if (!text.empty() && text.front() == '.') {
    const std::size_t fraction = digits(text.substr(1));
    if (fraction == 0) return false;
    text.remove_prefix(1 + fraction);
  }
  if (!text.empty() && (text.front() == 'e' || text.front() == 'E')) {
    text.remove_prefix(1);
    if (!text.empty() && (text.front() == '+' || text.front() == '-')) text.remove_prefix(1);
    const std::size_t exponent = digits(text);
    if (exponent == 0) return false;
    text.remove_prefix(exponent);
  }
  return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

void check_depth(ondemand::value& value, const JsonPath& where) {
  if (value.current_depth() <= most_depth) return;
  fail(where, "has an unknown member that nests deeper than " + std::to_string(most_depth));
}

}  // namespace

void check(simdjson::error_code error, const JsonPath& where) {
  if (error == simdjson::SUCCESS) return;
  if (error == simdjson::MEMALLOC) throw std::bad_alloc();
  fail(where, problem(error));
}

void fail(const JsonPath& where, std::string_view problem) {
  throw DecodeError{where.json_path(), std::string(problem)};
}

void fail(const JsonPath& where, std::string_view expected, std::string_view found) {
  std::string problem = "must be ";
  problem.append(expected).append(", but is ").append(found);
  fail(where, problem);
}

Document::Document(std::string& text)
    : parser_(take_parser(text.size())),
      size_(text.size()),
      has_escapes_(text.find('\\') != text.npos) {
  reserve_wiping(text, text.size() + parser_padding);
  const bool marked = text.compare(0, byte_order_mark.size(), byte_order_mark) == 0;
  const std::size_t start = marked ? byte_order_mark.size() : 0;
  const std::size_t size = text.size() - start;
  check(parser_->iterate(text.data() + start, size, size + parser_padding).get(document_),
        JsonPath());
}

Document::~Document() {
  wipe(scratch_);
  keep_parser(std::move(parser_));
}

ondemand::object Document::root() {
  const JsonPath where;
  std::string_view token;
  check(document_.raw_json_token().get(token), where);
  if (token.front() != '{') fail_by_kind(where, "an object", token.front());
  ondemand::object object;
  check(document_.get_object().get(object), where);
  return object;
}

void Document::finish() {
  if (document_.current_location().error() != simdjson::OUT_OF_BOUNDS) {
    fail(JsonPath(), "is followed by something else");
  }
}

ondemand::object Document::object(ondemand::value& value, const JsonPath& where) {
  ondemand::object object;
  if (first_character(value) != '{') fail_by_kind(where, "an object", first_character(value));
  check(value.get_object().get(object), where);
  return object;
}

ondemand::array Document::array(ondemand::value& value, const JsonPath& where) {
  ondemand::array array;
  if (first_character(value) != '[') fail_by_kind(where, "a list", first_character(value));
  check(value.get_array().get(array), where);
  return array;
}

std::string_view Document::text(ondemand::value& value, const JsonPath& where,
                                std::string_view expected) {
  const std::string_view token = value.raw_json_token();
  ondemand::raw_json_string raw;
  if (value.get_raw_json_string().get(raw)) fail_by_kind(where, expected, first_character(value));
  if (has_escapes_ && token.find('\\') != token.npos) return unescape(raw, token.size(), where);
  // Without escapes, it is part of the document: only white space follows its closing quote in the
  // token.
  const char* const end = closing_quote(token.data() + token.size() - 1);
  return {raw.raw(), static_cast<std::size_t>(end - raw.raw())};
}

std::string_view Document::name(ondemand::raw_json_string name, ondemand::value& value,
                                const JsonPath& where) {
  return unescape(name, raw_name(name, value).size(), where);
}

std::string_view Document::unescape(ondemand::raw_json_string raw, std::size_t raw_size,
                                    const JsonPath& where) {
  const std::size_t needed = raw_size + parser_padding;
  if (scratch_.size() < needed) {
    wipe(scratch_);
    scratch_.resize(std::max(needed, 2 * scratch_.capacity()));
  }
  auto* end = reinterpret_cast<std::uint8_t*>(scratch_.data());
  std::string_view text;
  check(parser_->unescape(raw, end).get(text), where);
  return text;
}

std::int64_t Document::number(ondemand::value& value, const JsonPath& where) {
  std::int64_t number = 0;
  if (value.get_int64().get(number) == simdjson::SUCCESS) return number;
  if (kind(first_character(value)) == "a number") fail(where, whole_number, "another number");
  fail_by_kind(where, whole_number, first_character(value));
}

std::int64_t Document::number_or_text(ondemand::value& value, const JsonPath& where) {
  if (first_character(value) != '"') return number(value, where);
  std::int64_t number = 0;
  if (value.get_int64_in_string().get(number)) fail(where, whole_number, "other text");
  return number;
}

double Document::real(ondemand::value& value, const JsonPath& where) {
  constexpr std::string_view expected = "a number within the range of a double";
  const char first = first_character(value);
  const std::string_view token = value.raw_json_token();
  if (kind(first) != "a number") fail_by_kind(where, expected, first);
  if (!is_number(token)) fail(where, not_json);
  double number = 0;
  if (value.get_double().get(number)) fail(where, expected, "another number");
  return number;
}

bool Document::boolean(ondemand::value& value, const JsonPath& where) {
  bool result = false;
  if (value.get_bool().get(result) == simdjson::SUCCESS) return result;
  const char first = first_character(value);
  if (first == 't' || first == 'f') fail(where, not_json);
  fail_by_kind(where, "true or false", first);
}

std::string_view Document::any(ondemand::value& value, const JsonPath& where) {
  std::string_view text = value.raw_json_token();
  skip(value, where);
  if (text.front() == '{' || text.front() == '[') {
    // The location is that of the comma or bracket that follows.
    const char* end = nullptr;
    check(document_.current_location().get(end), where);
    text = {text.data(), static_cast<std::size_t>(end - text.data())};
  }
  return text.substr(0, text.find_last_not_of(" \t\r\n") + 1);
}

bool Document::take_null(ondemand::value& value, const JsonPath& where) {
  bool null = false;
  if (value.is_null().get(null) || !null) fail(where, not_json);
  return true;
}

void Document::skip(ondemand::value value, const JsonPath& where) {
  switch (first_character(value)) {
    case '{':
      return skip_object(value, where);
    case '[':
      return skip_array(value, where);
    case '"':
      (void)text(value, where);
      return;
    case 'n':
      (void)take_null(value, where);
      return;
    case 't':
    case 'f': {
      bool ignored = false;
      return check(value.get_bool().get(ignored), where);
    }
    default:
      const std::string_view token = value.raw_json_token();
      if (kind(token.front()).empty()) fail(where, not_json);
      if (!is_number(token)) fail(where, "has a number that JSON does not have");
  }
}

void Document::skip_object(ondemand::value& value, const JsonPath& where) {
  check_depth(value, where);
  for (auto result : object(value, where)) {
    ondemand::field field;
    check(std::move(result).get(field), where);
    (void)name(field.key(), field.value(), where);
    skip(field.value(), where);
  }
}

void Document::skip_array(ondemand::value& value, const JsonPath& where) {
  check_depth(value, where);
  for (auto result : array(value, where)) {
    ondemand::value element;
    check(std::move(result).get(element), where);
    skip(element, where);
  }
}

bool is_json(std::string_view text) {
  // Inside an object, simdjson applies the same checks to every kind of value.
  std::string list;
  list.reserve(text.size() + 2 + parser_padding);
  list.append("{\"\":").append(text).append("}");
  try {
    Document document(list);
    const JsonPath where;
    std::size_t members = 0;
    for (auto result : document.root()) {
      ondemand::field field;
      check(std::move(result).get(field), where);
      document.skip(field.value(), where);
      ++members;
    }
    document.finish();
    return members == 1;
  } catch (const DecodeError&) {
    return false;
  }
}

}  // namespace json
}  // namespace v0
}  // namespace ionoscloud::container_registry
