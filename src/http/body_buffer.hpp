// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>

namespace ionoscloud::container_registry {
inline namespace v0 {

/// Room behind the body of a response, within its string's capacity, which a parser may read beyond
/// the end.
constexpr std::size_t body_padding = 64;

/// Makes room in `body` for `size` bytes and the padding, twice as much as before at least.
void make_body_room(std::string& body, std::size_t size);

}  // namespace v0
}  // namespace ionoscloud::container_registry
