// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <ionoscloud/container_registry/secret.hpp>

namespace ionoscloud::container_registry {
inline namespace v0 {

/// `text` with `[redacted]` wherever one of `secrets` or of `more` stands in it, as it is or with
/// escapes in it (`length_spelled`), and escapes of these. Secrets of less than four bytes are left
/// alone: blanking each `a` hides nothing and spoils the text.
[[nodiscard]] std::string redacted(std::string_view text, const std::vector<Secret>& secrets,
                                   const std::vector<Secret>& more = {});

}  // namespace v0
}  // namespace ionoscloud::container_registry
