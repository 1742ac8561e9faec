// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace ionoscloud::container_registry {
inline namespace v0 {

/// `text` made fit for one line of a message: control characters and bytes that aren't UTF-8 become
/// escapes like `\x1b`, and what is longer than `most_bytes` is cut, with `…` behind.
[[nodiscard]] std::string printable(std::string_view text, std::size_t most_bytes = 1024);

}  // namespace v0
}  // namespace ionoscloud::container_registry
