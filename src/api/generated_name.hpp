// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "runtime/services.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {

/// What is left of a name that is given as a stem, where `-` and a mark follow on it: nothing of a
/// `-` at its end, and no more than a name has room for. Empty when it holds nothing else.
[[nodiscard]] std::string_view stem_of(std::string_view name) noexcept;

/// `<stem>-<mark>`, the mark being eight random characters of `a-z0-9`, at least one of them a
/// digit, by which such a name can be told from others. At most 63 characters.
[[nodiscard]] std::string generated_name(std::string_view stem, Entropy& entropy);

}  // namespace v0
}  // namespace ionoscloud::container_registry
