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

/// Adds to `codings` what the value of a Content-Encoding line names, in the order in which it was
/// done. Names that code nothing are passed over. Returns whether all of it can be undone. Throws
/// `std::bad_alloc`.
[[nodiscard]] bool add_codings(std::string_view value, std::vector<Coding>& codings);

/// Undoes `codings`, the last one first. A body that begins as gzip does is inflated even if nobody
/// said so, for no JSON begins like that. The body has `limit` bytes at most then; when it is
/// damaged, it is what there was before the damage, from which a password may still be saved; when
/// it is corrupt, it stays coded. What it was is wiped. Throws `std::bad_alloc`.
[[nodiscard]] Inflated undo_codings(std::vector<Coding> codings, std::string& body,
                                    std::size_t limit);

/// How a body may be coded still that was inflated as far as it could be, by the value of its
/// Content-Encoding line and by its beginning. Throws `std::bad_alloc`.
[[nodiscard]] std::optional<Coding> coding_left(std::string_view value, std::string_view body);

}  // namespace v0
}  // namespace ionoscloud::container_registry
