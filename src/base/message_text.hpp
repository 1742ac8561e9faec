// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <ionoscloud/container_registry/secret.hpp>

namespace ionoscloud::container_registry {
inline namespace v0 {

/// `text` as part of one line of a message: control characters and bytes that aren't UTF-8 become
/// escapes such as `\x1b`. A result of more than `most_bytes` is cut there, and ends with `…`.
[[nodiscard]] std::string printable(std::string_view text, std::size_t most_bytes = 1024);

/// `text` with `[redacted]` in place of each occurrence of one of `secrets` or `more`, also of
/// occurrences that are escaped up to four times. Secrets of less than four bytes stay: replacing
/// each `a` hides nothing and makes the text unreadable.
[[nodiscard]] std::string redacted(std::string_view text, const std::vector<Secret>& secrets,
                                   const std::vector<Secret>& more = {});

}  // namespace v0
}  // namespace ionoscloud::container_registry
