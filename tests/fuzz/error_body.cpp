// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "base/ascii.hpp"
#include "fuzz/json_tree.hpp"
#include "fuzz/target.hpp"
#include "json/codec.hpp"
#include "json/error_body.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace fuzz {
namespace {

using Kind = JsonValue::Kind;
using Messages = std::vector<ApiErrorMessage>;

std::string words(const JsonValue& value) {
  return value.kind == Kind::whole_number ? std::to_string(value.number) : value.text;
}

enum class Role { none, code, summary, text, list };

Role role_of(const std::string& name) {
  static const std::map<std::string, Role> roles = {
      {"errorcode", Role::code},    {"code", Role::code},
      {"error", Role::summary},     {"title", Role::summary},
      {"message", Role::text},      {"msg", Role::text},
      {"detail", Role::text},       {"description", Role::text},
      {"errormessage", Role::text}, {"error_description", Role::text},
      {"messages", Role::list},     {"errors", Role::list}};
  std::string lower = name;
  std::transform(lower.begin(), lower.end(), lower.begin(), ascii::to_lower);
  const auto role = roles.find(lower);
  return role == roles.end() ? Role::none : role->second;
}

Messages complaints_in(const JsonValue& value, int depth, bool by_name);

void append(Messages& messages, Messages more) {
  messages.insert(messages.end(), more.begin(), more.end());
}

void say(ApiErrorMessage& own, Role role, const std::string& text) {
  if (role == Role::code) {
    own.error_code = text;
  } else if (own.message.empty() || text.empty() || text == own.message) {
    own.message += own.message.empty() ? text : "";
  } else {
    own.message = role == Role::summary ? text + ": " + own.message : own.message + ": " + text;
  }
}

Messages complaint(const JsonValue& object, int depth, bool by_name) {
  ApiErrorMessage own;
  Messages inner;
  for (const JsonValue& member : object.inner) {
    const Role role = role_of(member.name);
    const bool nested = member.kind == Kind::object || member.kind == Kind::list;
    if (role == Role::none) {
      if (!by_name || member.kind != Kind::list) continue;
      Messages about = complaints_in(member, depth + 1, false);
      for (ApiErrorMessage& one : about) {
        if (one.error_code.empty()) one.error_code = member.name;
      }
      append(inner, about);
    } else if (nested && role != Role::code) {
      append(inner, complaints_in(member, depth + 1, role == Role::list));
    } else {
      say(own, role, words(member));
    }
  }
  inner.insert(inner.begin(), own);
  return inner;
}

Messages complaints_in(const JsonValue& value, int depth, bool by_name) {
  constexpr int deepest = 4;
  if (depth > deepest) return {};
  if (value.kind == Kind::object) return complaint(value, depth, by_name);
  if (value.kind != Kind::list) return {{{}, words(value)}};
  Messages all;
  for (const JsonValue& entry : value.inner) append(all, complaints_in(entry, depth + 1, false));
  return all;
}

/// What the body says, by another JSON library.
Messages expected_messages(const JsonValue& body) {
  Messages all;
  if (body.kind == Kind::object) all = complaint(body, 0, false);
  if (body.kind == Kind::list) all = complaints_in(body, 1, true);
  all.erase(std::remove_if(all.begin(), all.end(),
                           [](const ApiErrorMessage& one) {
                             return one.error_code.empty() && one.message.empty();
                           }),
            all.end());
  return all;
}

/// Numbers are shown as they stand there, and -0 is the one that the other library doesn't keep.
bool same(const std::string& shown, const std::string& expected) {
  return shown == expected || (shown == "-0" && expected == "0");
}

}  // namespace

void run(std::string_view input) {
  const Messages messages = json::decode_error_messages(input);

  for (const ApiErrorMessage& message : messages) {
    require(!message.error_code.empty() || !message.message.empty(), "no complaint is empty");
  }
  const std::string text = json::error_text(input);
  require(text.find_first_of("\r\n\x1b") == std::string::npos, "a text is one line");
  require(text.size() <= input.size(), "a text is in the body");
  // Of a body that is damaged, whatever comes before the damage may be read.
  const auto body = parse_json(input, OddNumbers::refused);
  if (!body) return;
  const Messages expected = expected_messages(*body);
  require(messages.size() == expected.size(), "every complaint is found");
  for (std::size_t i = 0; i < messages.size(); ++i) {
    require(same(messages[i].error_code, expected[i].error_code), "the codes are the same");
    require(same(messages[i].message, expected[i].message), "the messages are the same");
  }
}

}  // namespace fuzz
}  // namespace v0
}  // namespace ionoscloud::container_registry
