// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "http/inflation.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {

/// Adds the codings in the value of a Content-Encoding header to `codings`, in the order in which
/// they were applied. Skips names that mean no coding. Returns whether all codings are supported.
/// Throws `std::bad_alloc`.
[[nodiscard]] bool add_codings(std::string_view value, std::vector<Coding>& codings);

/// Decodes `body` by `codings`, the last one first. A body that begins as gzip does is inflated
/// even without a coding, because no JSON begins like that. The result has at most `limit` bytes.
/// Of a damaged body it is the part before the damage, from which a password may be salvaged; a
/// corrupt body stays coded. The coded body is wiped. Throws `std::bad_alloc`.
[[nodiscard]] Inflated undo_codings(std::vector<Coding> codings, std::string& body,
                                    std::size_t limit);

/// The coding that a body may still have after `undo_codings`, by the value of its Content-Encoding
/// header and by its first bytes. Throws `std::bad_alloc`.
[[nodiscard]] std::optional<Coding> coding_left(std::string_view value, std::string_view body);

}  // namespace v0
}  // namespace ionoscloud::container_registry
