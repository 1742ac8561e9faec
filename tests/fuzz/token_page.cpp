// SPDX-License-Identifier: Apache-2.0
#include <string>

#include <ionoscloud/container_registry/models/token.hpp>

#include "fuzz/coding.hpp"
#include "fuzz/reference_decode.hpp"
#include "fuzz/target.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace fuzz {

void run(std::string_view input) {
  const auto read = decoded<TokensResponse>(input);
  const auto expected = reference_decode<TokensResponse>(input);

  require(read || !expected, "what the reference reads is read");
  require(!read || expected, "what the reference refuses is refused");
  require(read == expected, "both read the same");
  if (!read) return;

  const std::string earlier = R"({"items":[{"id":"1","type":"token","metadata":{"createdBy":"a",)"
                              R"("createdByUserId":"b","createdDate":"2026-03-01T09:30:00Z",)"
                              R"("state":"enabled"},"properties":{"name":"n","status":"enabled",)"
                              R"("scopes":[{"type":"t","name":"s","actions":["pull"]}]}}],)"
                              R"("offset":0,"limit":1,"count":1,"total":1,"_links":{"next":"x"}})";
  auto page = decoded<TokensResponse>(earlier);
  std::string text(input);
  json::decode(text, *page);
  require(*page == *read, "nothing stays of an earlier page");
}

}  // namespace fuzz
}  // namespace v0
}  // namespace ionoscloud::container_registry
