// SPDX-License-Identifier: Apache-2.0
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "fuzz/json_tree.hpp"
#include "fuzz/target.hpp"
#include "json/decode.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace fuzz {
namespace {

using Kind = JsonValue::Kind;
using Messages = std::vector<ApiErrorMessage>;

std::string words(const JsonValue& value) {
  return value.kind == Kind::whole_number ? std::to_string(value.number) : value.text;
}

void add(Messages& messages, ApiErrorMessage message) {
  if (message.error_code.empty() && message.message.empty()) return;
  messages.push_back(std::move(message));
}

void add_entry(Messages& messages, const JsonValue& entry) {
  if (entry.kind != Kind::object) return add(messages, {{}, words(entry)});
  ApiErrorMessage message;
  for (const JsonValue& member : entry.inner) {
    if (member.name == "errorCode") message.error_code = words(member);
    if (member.name == "message") message.message = words(member);
  }
  add(messages, std::move(message));
}

/// What the body says, by another JSON library.
Messages expected_messages(const JsonValue& body) {
  Messages messages;
  if (body.kind != Kind::object) return messages;
  for (const JsonValue& member : body.inner) {
    if (member.name == "msg") add(messages, {{}, words(member)});
    if (member.name != "messages") continue;
    if (member.kind != Kind::list) {
      add_entry(messages, member);
    } else {
      for (const JsonValue& entry : member.inner) add_entry(messages, entry);
    }
  }
  return messages;
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
