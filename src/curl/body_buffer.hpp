// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>

namespace ionoscloud::container_registry {
inline namespace v0 {

/// Room behind the body of an answer, within its string's capacity, which a parser may read beyond
/// the end.
constexpr std::size_t body_padding = 64;

/// Makes room in `body` for `size` bytes and the padding. A string that grows by itself leaves its
/// old text in freed memory, and there may be a password in it: this wipes it.
void make_room(std::string& body, std::size_t size);

}  // namespace v0
}  // namespace ionoscloud::container_registry
