// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ionoscloud/container_registry/models/token.hpp>

#include "api/item_mark.hpp"
#include "api/list_pages.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {

/// What the rules of lists know of a page of tokens.
[[nodiscard]] PageFacts facts_of(const TokensResponse& page);

/// Tokens are sorted by their creation date: one that is deleted and created anew under its old id
/// is elsewhere in the list.
[[nodiscard]] ItemMark mark_of(const TokenResponse& token);

}  // namespace v0
}  // namespace ionoscloud::container_registry
