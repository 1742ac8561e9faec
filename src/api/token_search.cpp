// SPDX-License-Identifier: Apache-2.0
#include "api/token_search.hpp"

#include <algorithm>

namespace ionoscloud::container_registry {
inline namespace v0 {

bool TokenSearch::accept(const TokensResponse& page) {
  const std::size_t seen_before = seen_.size();
  for (const TokenResponse& token : page.items) {
    const bool wanted =
        std::find(names_.begin(), names_.end(), token.properties.name) != names_.end();
    if (seen_.insert(token) && wanted) found_.push_back(token);
  }
  const auto size = static_cast<std::int64_t>(page.items.size());
  offset_ += size;
  // A service that ignores the offset says the same page for ever.
  if (seen_.size() == seen_before || has_found_all()) return false;
  const bool more_by_link = page.links.next && !page.links.next->empty();
  return size >= page_size || page.total > offset_ || more_by_link;
}

bool TokenSearch::has_found_all() const {
  return std::all_of(names_.begin(), names_.end(), [this](const std::string& name) {
    return std::any_of(found_.begin(), found_.end(), [&name](const TokenResponse& token) {
      return token.properties.name == name;
    });
  });
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
