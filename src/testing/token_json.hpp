// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>

#include <ionoscloud/container_registry/models/token_input.hpp>

#include "testing/json.hpp"
#include "testing/tokens.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace testing::stub {

/// Read the body of a POST or PUT, and that of a PATCH. Throw `Rejection` with 400 for a body that
/// the contract doesn't allow.
[[nodiscard]] PostTokenProperties read_whole_token(const std::string& body);
[[nodiscard]] PatchTokenInput read_patch(const std::string& body);

enum class Password { blank, shown };

/// A token with the URL `href`.
[[nodiscard]] Json token_json(const TokenResponse& token, const std::string& href,
                              Password password);

/// Where a page begins and how long it may be.
struct PageBounds {
  std::int32_t offset = 0;
  std::int32_t limit = 100;
};

/// A page of the list with the URL `href`.
[[nodiscard]] Json page_json(const Tokens& tokens, PageBounds bounds, const std::string& href);

}  // namespace testing::stub
}  // namespace v0
}  // namespace ionoscloud::container_registry
