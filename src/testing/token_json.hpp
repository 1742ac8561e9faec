// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>

#include <ionoscloud/container_registry/models/token_input.hpp>

#include "testing/token_store.hpp"

/// @file
/// The JSON of the stub. It names each member of the wire once more, and uses another JSON library
/// than the SDK, so that a mistake of one side is seen by the other.

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace testing::stub {

/// Read the body of a POST or PUT, and that of a PATCH. A body that the contract doesn't allow
/// throws `Refusal` with 400.
[[nodiscard]] PostTokenProperties read_whole_token(const std::string& body);
[[nodiscard]] PatchTokenInput read_patch(const std::string& body);

enum class Password { blank, shown };

/// A token whose address is `href`.
[[nodiscard]] std::string token_json(const TokenResponse& token, const std::string& href,
                                     Password password);

/// Where a page begins and how long it may be.
struct PageBounds {
  std::int32_t offset = 0;
  std::int32_t limit = 100;
};

/// A page of the list whose address is `href`.
[[nodiscard]] std::string page_json(const TokenSlice& slice, PageBounds bounds,
                                    const std::string& href);

/// The body of an error, as the service and as the gateway in front of it write it.
[[nodiscard]] std::string error_json(int status, const std::string& message);
[[nodiscard]] std::string gateway_error_json(const std::string& message);

}  // namespace testing::stub
}  // namespace v0
}  // namespace ionoscloud::container_registry
