// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include <ionoscloud/container_registry/models/token.hpp>

#include "api/list_walk.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {

/// A search for tokens by their names, which are unique in a registry: which page to ask for, and
/// what was on it.
class TokenSearch {
 public:
  explicit TokenSearch(std::vector<std::string> names);

  /// The page to ask for.
  [[nodiscard]] PageRequest next() const noexcept { return walk_.next(); }

  /// Takes that page. Returns whether the search goes on: until each name was found, or the list is
  /// over. Throws `DecodeException` when the list can't be read to its end.
  [[nodiscard]] bool accept(const TokensResponse& page);

  /// The tokens with these names.
  [[nodiscard]] const std::vector<TokenResponse>& found() const noexcept { return found_; }

 private:
  [[nodiscard]] bool is_wanted(const TokenResponse& token) const;
  [[nodiscard]] bool has_found_all() const;

  const std::vector<std::string> names_;
  std::vector<TokenResponse> found_;
  ListWalk walk_;
};

}  // namespace v0
}  // namespace ionoscloud::container_registry
