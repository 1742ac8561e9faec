// SPDX-License-Identifier: Apache-2.0
#include <ionoscloud/container_registry/models/token.hpp>

#include "fuzz/coding.hpp"
#include "fuzz/reference_decode.hpp"
#include "fuzz/target.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace fuzz {

/// What was read can be written, and is read again as the same.
void run(std::string_view input) {
  const auto page = decoded<TokensResponse>(input);
  // An offset can take a date out of the years that the wire has room for.
  const auto text = page ? encoded(*page) : std::nullopt;
  if (!text) return;

  const auto again = decoded<TokensResponse>(*text);
  const auto expected = reference_decode<TokensResponse>(*text);

  require(again.has_value() && expected.has_value(), "what is written is a page");
  require(*again == *expected, "the reference reads the same in what is written");
  // The text and not the page, as dates are written in whole seconds.
  require(encoded(*again) == text, "what is read again is written as before");
}

}  // namespace fuzz
}  // namespace v0
}  // namespace ionoscloud::container_registry
