// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <ionoscloud/container_registry/secret.hpp>

namespace ionoscloud::container_registry {
inline namespace v0 {

/// `text` made fit for one line of a message: control characters and bytes that aren't UTF-8 become
/// escapes like `\x1b`, and what is longer than `most_bytes` is cut, with `…` behind.
[[nodiscard]] std::string printable(std::string_view text, std::size_t most_bytes = 1024);

/// `text` with `[redacted]` wherever one of `secrets` or of `more` stands in it, as it is or with
/// escapes in it (`length_spelled`), and escapes of these. Secrets of less than four bytes are left
/// alone: blanking each `a` hides nothing and spoils the text.
[[nodiscard]] std::string redacted(std::string_view text, const std::vector<Secret>& secrets,
                                   const std::vector<Secret>& more = {});

}  // namespace v0
}  // namespace ionoscloud::container_registry
