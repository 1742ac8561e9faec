// SPDX-License-Identifier: Apache-2.0
#include "api/asked_token.hpp"

#include "api/responses.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
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
