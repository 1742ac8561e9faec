// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <ionoscloud/container_registry/models/token.hpp>

#include "api/seen_tokens.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {

/// A search for tokens by their names, which are unique in a registry: which page to ask for, and
/// what was on it. That a token isn't found proves nothing, and nobody relies on it.
class TokenSearch {
 public:
  static constexpr std::int64_t page_size = 100;

  explicit TokenSearch(std::vector<std::string> names) : names_(std::move(names)) {}

  /// Where the next page begins.
  [[nodiscard]] std::int64_t offset() const noexcept { return offset_; }

  /// Takes the page there. Returns whether the search goes on: until each name was found, or the
  /// list is over.
  [[nodiscard]] bool accept(const TokensResponse& page);

  /// The tokens with these names.
  [[nodiscard]] const std::vector<TokenResponse>& found() const noexcept { return found_; }

 private:
  [[nodiscard]] bool has_found_all() const;

  const std::vector<std::string> names_;
  std::vector<TokenResponse> found_;
  std::int64_t offset_ = 0;
  SeenTokens seen_;
};

}  // namespace v0
}  // namespace ionoscloud::container_registry
