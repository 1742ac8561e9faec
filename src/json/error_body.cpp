// SPDX-License-Identifier: Apache-2.0
#include "json/error_body.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>

#include "base/ascii.hpp"
#include "base/utf8.hpp"
#include "json/codec.hpp"
#include "json/document.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace json {
namespace {

/// Longer bodies aren't read: no error message is as long, and reading one takes several times its
/// size in memory.
constexpr std::size_t most_bytes = 1024 * 1024;

/// How deep messages may be nested in others.
constexpr int most_depth = 4;

/// The meaning of a member of an error message.
enum class Role {
  /// Ignored.
  none,
  /// The error code.
  code,
  /// A text that goes before the others: `title`.
  summary,
  /// A sentence; or messages, when it is an object or a list.
  text,
  /// Messages: a list, or an object with a list for each member of the request that they are about.
  list,
};

struct Member {
  std::string_view name;
  Role role;
};

/// From the API, problem details (RFC 9457), OAuth, and from gateways and frameworks.
constexpr Member members[] = {
    {"errorCode", Role::code},    {"code", Role::code},        {"error", Role::summary},
    {"title", Role::summary},     {"message", Role::text},     {"msg", Role::text},
    {"detail", Role::text},       {"description", Role::text}, {"error_description", Role::text},
    {"errorMessage", Role::text}, {"messages", Role::list},    {"errors", Role::list},
};

Role role_of(std::string_view name) {
  for (const Member& member : members) {
    if (ascii::equal_ignoring_case(member.name, name)) return member.role;
  }
  return Role::none;
}

/// Reads the messages in the body of an error. Everything else in it may be missing, null, or of
/// another type than documented.
class ErrorBodyReader {
 public:
  ErrorBodyReader(Document& document, std::vector<ApiErrorMessage>& messages)
      : document_(document), messages_(messages) {}

  void read() { read_message(document_.root(), 0, Lists::ignored); }

 private:
  /// What a list in a member with an unknown name holds.
  enum class Lists { ignored, messages_about_their_name };

  /// Adds the message before it is read, so that members before any damage are kept.
  void read_message(ondemand::object object, int depth, Lists lists) {
    const std::size_t place = messages_.size();
    messages_.emplace_back();
    for (auto result : object) {
      ondemand::field field = checked(std::move(result));
      ondemand::value& value = field.value();
      const std::string name(document_.name(field.key(), value, where_));
      const Role role = role_of(name);
      if (role != Role::none) {
        read_member(role, value, place, depth);
      } else if (lists == Lists::ignored || Document::first_character(value) != '[') {
        document_.skip(value, where_);
      } else {
        read_messages_about(name, value, depth + 1);
      }
    }
  }

  void read_member(Role role, ondemand::value& value, std::size_t place, int depth) {
    const char first = Document::first_character(value);
    if (role != Role::code && (first == '[' || first == '{')) {
      return read_value(value, depth + 1, role == Role::list);
    }
    const std::string text = as_text(value);
    ApiErrorMessage& own = messages_[place];
    if (role == Role::code) {
      own.error_code = text;
    } else if (own.message.empty()) {
      own.message = text;
    } else if (!text.empty() && text != own.message) {
      own.message = role == Role::summary ? text + ": " + own.message : own.message + ": " + text;
    }
  }

  /// A message, or a list of messages. With `by_name`, an object may hold lists of messages.
  void read_value(ondemand::value& value, int depth, bool by_name = false) {
    if (depth > most_depth) return document_.skip(value, where_);
    const char first = Document::first_character(value);
    if (first == '{') {
      const Lists lists = by_name ? Lists::messages_about_their_name : Lists::ignored;
      return read_message(document_.object(value, where_), depth, lists);
    }
    if (first != '[') return messages_.push_back({{}, as_text(value)});
    for (auto result : document_.array(value, where_)) {
      ondemand::value element = checked(std::move(result));
      read_value(element, depth + 1);
    }
  }

  void read_messages_about(const std::string& name, ondemand::value& list, int depth) {
    const std::size_t begin = messages_.size();
    read_value(list, depth);
    for (std::size_t i = begin; i < messages_.size(); ++i) {
      if (messages_[i].error_code.empty()) messages_[i].error_code = name;
    }
  }

  /// A text, or a number as text; empty for any other value.
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

  template <class T>
  T checked(simdjson::simdjson_result<T> result) {
    check(result.error(), where_);
    return std::move(result).value_unsafe();
  }

  Document& document_;
  std::vector<ApiErrorMessage>& messages_;
  const JsonPath where_;
};

/// The offset of `part` in `text`, ignoring case; the size of `text` when it isn't there.
std::size_t find_ignoring_case(std::string_view text, std::string_view part) {
  const auto same = [](char a, char b) { return ascii::to_lower(a) == ascii::to_lower(b); };
  const auto* const at = std::search(text.begin(), text.end(), part.begin(), part.end(), same);
  return static_cast<std::size_t>(at - text.begin());
}

/// Whether `text` has a control character other than white space.
bool is_binary(std::string_view text) {
  return std::any_of(text.begin(), text.end(),
                     [](char c) { return ascii::is_control(c) && !ascii::is_space(c); });
}

/// Whether `text` begins as JSON does, unlike `[error] no route`.
bool begins_json(std::string_view text) {
  if (text.empty() || (text.front() != '{' && text.front() != '[')) return false;
  const std::string_view inner = ascii::trim(text.substr(1));
  return text.front() == '{' || inner.empty() ||
         std::string_view("[]{\"").find(inner.front()) != std::string_view::npos;
}

/// `text` on one line, with one space for each run of white space.
std::string on_one_line(std::string_view text) {
  std::string line;
  for (const char c : ascii::trim(text)) {
    const bool space = ascii::is_space(c);
    if (!space) line += c;
    if (space && line.back() != ' ') line += ' ';
  }
  return line;
}

/// The text of the first element with that name.
std::string_view element(std::string_view markup, std::string_view name) {
  std::string_view rest = markup.substr(find_ignoring_case(markup, name));
  const std::size_t tag_end = rest.find('>');
  if (tag_end == rest.npos) return "";
  rest.remove_prefix(tag_end + 1);
  return rest.substr(0, rest.find('<'));
}

}  // namespace

std::vector<ApiErrorMessage> decode_error_messages(std::string_view body) {
  std::vector<ApiErrorMessage> messages;
  if (body.size() > most_bytes) return messages;
  std::string text(ascii::trim(body));
  // A bare list of messages becomes an object with that list.
  if (!text.empty() && text.front() == '[') text = "{\"errors\":" + text + "}";
  try {
    Document document(text);
    ErrorBodyReader(document, messages).read();
  } catch (const DecodeError&) {
    // Not an error of the API, or a damaged one. The messages that were read are kept.
  }
  const auto is_empty = [](const ApiErrorMessage& message) {
    return message.message.empty() && message.error_code.empty();
  };
  messages.erase(std::remove_if(messages.begin(), messages.end(), is_empty), messages.end());
  return messages;
}

std::string error_text(std::string_view body) {
  if (body.size() > most_bytes) return "";
  if (body.substr(0, byte_order_mark.size()) == byte_order_mark) {
    body.remove_prefix(byte_order_mark.size());
  }
  std::string_view text = ascii::trim(body);
  if (begins_json(text)) return "";
  if (!text.empty() && text.front() == '<') {
    for (const std::string_view name : {"<title", "<message", "<h1"}) {
      std::string message = on_one_line(element(text, name));
      if (!message.empty()) return is_binary(message) ? "" : message;
    }
    return "";
  }
  text = ascii::trim(text.substr(0, text.find_first_of("\r\n")));
  return is_binary(text) ? "" : std::string(text);
}

}  // namespace json
}  // namespace v0
}  // namespace ionoscloud::container_registry
