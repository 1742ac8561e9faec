// SPDX-License-Identifier: Apache-2.0
#include <ionoscloud/container_registry/models/token.hpp>

#include "fuzz/coding.hpp"
#include "fuzz/reference_decode.hpp"
#include "fuzz/target.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace fuzz {
namespace {

std::string_view password_of(const TokenResponse& token) {
  return token.properties.credentials ? token.properties.credentials->password.expose() : "";
}

}  // namespace

/// The responses that may hold the only password.
void run(std::string_view input) {
  const auto posted = decoded<PostTokenOutput>(input);
  const auto put = decoded<PutTokenOutput>(input);
  const auto expected = reference_decode<TokenResponse>(input);

  require(posted.has_value() == expected.has_value(),
          "POST's response is read as the reference does");
  require(put.has_value() == expected.has_value(), "PUT's response is read as the reference does");
  if (!expected) return;
  require(*posted == *expected && *put == *expected, "all read the same");
  require(password_of(*posted) == password_of(*expected), "the password is read to its last byte");
  require(put->created() == !password_of(*expected).empty(), "a response with a password created");
}

}  // namespace fuzz
}  // namespace v0
}  // namespace ionoscloud::container_registry
