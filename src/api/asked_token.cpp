// SPDX-License-Identifier: Apache-2.0
#include "api/asked_token.hpp"

#include <cstddef>
#include <string_view>

#include "api/responses.hpp"
#include "base/ascii.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

bool is_uuid(std::string_view text) noexcept {
  constexpr std::string_view shape = "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx";
  if (text.size() != shape.size()) return false;
  for (std::size_t i = 0; i < shape.size(); ++i) {
    const bool fits = shape[i] == 'x' ? ascii::is_hex_digit(text[i]) : text[i] == shape[i];
    if (!fits) return false;
  }
  return true;
}

}  // namespace

bool is_same(const TokenId& lhs, const TokenId& rhs) noexcept {
  // Of two texts that differ in case alone, both are UUIDs or none is.
  return lhs == rhs || (is_uuid(lhs.text()) && ascii::equal_ignoring_case(lhs.text(), rhs.text()));
}

void check_id(const Operation& operation, const CallResponse& response, const TokenResponse& token,
              const TokenId& asked) {
  if (!token.id || is_same(*token.id, asked)) return;
  throw_decode_exception(operation, response, "$.id", "is not the id that was asked for");
}

void check_has_id(const Operation& operation, const CallResponse& response,
                  const TokenResponse& token) {
  if (token.id && !token.id->text().empty()) return;
  throw_decode_exception(operation, response, "$.id", "is blank, although the token was created");
}

void check_name(const Operation& operation, const CallResponse& response,
                const TokenResponse& token, const std::string& sent) {
  const TokenProperties& properties = token.properties;
  if (properties.name != sent) {
    throw_decode_exception(operation, response, "$.properties.name",
                           "is not the name that was sent");
  }
  if (!properties.credentials || properties.credentials->username.empty()) return;
  if (properties.credentials->username == sent) return;
  throw_decode_exception(operation, response, "$.properties.credentials.username",
                         "is not the token's name");
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
