// SPDX-License-Identifier: Apache-2.0
#include "api/token_marks.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {

PageFacts facts_of(const TokensResponse& page) {
  return {page.limit, page.total, page.links.next && !page.links.next->empty()};
}

ItemMark mark_of(const TokenResponse& token) {
  return {token.id && !token.id->text().empty() ? ItemKey::of_id(token.id->text())
                                                : ItemKey::of_name(token.properties.name),
          token.metadata.created_date.time_point().time_since_epoch().count()};
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
