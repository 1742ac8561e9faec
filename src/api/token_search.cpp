// SPDX-License-Identifier: Apache-2.0
#include "api/token_search.hpp"

#include <algorithm>
#include <utility>

#include "api/operations.hpp"
#include "api/token_marks.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {

TokenSearch::TokenSearch(std::vector<std::string> names)
    : names_(std::move(names)), walk_(operations::registries_tokens_get, ListOptions{}) {}

bool TokenSearch::accept(const TokensResponse& page) {
  std::vector<ItemMark> marks;
  for (const TokenResponse& token : page.items) marks.push_back(mark_of(token));
  const std::vector<bool> is_new = walk_.accept(walk_.next(), facts_of(page), marks);
  for (std::size_t i = 0; i < is_new.size(); ++i) {
    if (is_new[i] && is_wanted(page.items[i])) found_.push_back(page.items[i]);
  }
  return !walk_.has_ended() && !has_found_all();
}

bool TokenSearch::is_wanted(const TokenResponse& token) const {
  return std::find(names_.begin(), names_.end(), token.properties.name) != names_.end();
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
