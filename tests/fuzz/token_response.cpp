// SPDX-License-Identifier: Apache-2.0
#include <ionoscloud/container_registry/models/token.hpp>

#include "fuzz/coding.hpp"
#include "fuzz/reference_decode.hpp"
#include "fuzz/target.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace fuzz {

void run(std::string_view input) {
  const auto read = decoded<TokenResponse>(input);
  const auto expected = reference_decode<TokenResponse>(input);

  require(read || !expected, "what the reference reads is read");
  require(!read || expected, "what the reference refuses is refused");
  require(read == expected, "both read the same");
}

}  // namespace fuzz
}  // namespace v0
}  // namespace ionoscloud::container_registry
