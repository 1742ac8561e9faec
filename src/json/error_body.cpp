// SPDX-License-Identifier: Apache-2.0
#include <string>
#include <utility>

#include "json/decode.hpp"
#include "json/document.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace json {
namespace {

/// Longer bodies are left alone: no complaint for people is as long, and reading one takes several
/// times its size in memory.
constexpr std::size_t most_bytes = 1024 * 1024;

/// Reads the body of an error, keeping whatever complaints it holds. Everything else in it may be
/// missing, null, or of another kind than documented.
class ErrorBodyReader {
 public:
  ErrorBodyReader(Document& document, std::vector<ApiErrorMessage>& messages)
      : document_(document), messages_(messages) {}

  void read() {
    for (auto result : document_.root()) {
      ondemand::field field = checked(std::move(result));
      const std::string_view name = document_.name(field.key(), field.value(), where_);
      if (name == "messages") {
        read_messages(field.value());
      } else if (name == "msg") {
        add({{}, as_text(field.value())});
      } else {
        document_.skip(field.value(), where_);
      }
    }
  }

 private:
  void read_messages(ondemand::value& value) {
    if (Document::first_character(value) != '[') return read_message(value);
    for (auto result : document_.array(value, where_)) {
      ondemand::value element = checked(std::move(result));
      read_message(element);
    }
  }

  void read_message(ondemand::value& value) {
    if (Document::first_character(value) != '{') return add({{}, as_text(value)});
    ApiErrorMessage message;
    for (auto result : document_.object(value, where_)) {
      ondemand::field field = checked(std::move(result));
      const std::string_view name = document_.name(field.key(), field.value(), where_);
      if (name == "errorCode") {
        message.error_code = as_text(field.value());
      } else if (name == "message") {
        message.message = as_text(field.value());
      } else {
        document_.skip(field.value(), where_);
      }
    }
    add(std::move(message));
  }

  /// A text, or the digits of a number; empty for anything else.
  std::string as_text(ondemand::value& value) {
    const char first = Document::first_character(value);
    if (first == '"') return std::string(document_.text(value, where_));
    std::string digits;
    if (first == '-' || (first >= '0' && first <= '9')) {
      const std::string_view token = value.raw_json_token();
      digits = token.substr(0, token.find_last_not_of(" \t\r\n") + 1);
    }
    document_.skip(value, where_);
    return digits;
  }

  void add(ApiErrorMessage message) {
    if (message.error_code.empty() && message.message.empty()) return;
    messages_.push_back(std::move(message));
  }

  template <class T>
  T checked(simdjson::simdjson_result<T> result) {
    check(result.error(), where_);
    return std::move(result).value_unsafe();
  }

  Document& document_;
  std::vector<ApiErrorMessage>& messages_;
  const Location where_;
};

}  // namespace

std::vector<ApiErrorMessage> decode_error_messages(std::string_view body) {
  std::vector<ApiErrorMessage> messages;
  if (body.size() > most_bytes) return messages;
  std::string text(body);
  try {
    Document document(text);
    ErrorBodyReader(document, messages).read();
  } catch (const DecodeError&) {
    // Not an error of the API, or a damaged one. What could be read of it stands.
  }
  return messages;
}

}  // namespace json
}  // namespace v0
}  // namespace ionoscloud::container_registry
