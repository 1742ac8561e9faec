// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace ionoscloud::container_registry {
inline namespace v0 {

/// What zlib can inflate.
enum class Coding {
  gzip,
  /// In zlib's own form or, as many servers write it, without any.
  deflate,
};

/// What came of an inflation.
enum class Inflated {
  whole,
  /// It broke off, isn't what it says to be, or is followed by something else.
  damaged,
  /// It contradicts its own rules or its sum: whatever was inflated may be wrong.
  corrupt,
  /// It would be larger than its limit.
  too_large,
};

/// Appends to `plain`, in memory that is wiped where it moves, what was coded, but no more than
/// `limit` bytes: all that there is before the damage, proven or not. Throws `std::bad_alloc`.
[[nodiscard]] Inflated inflate(Coding coding, std::string_view coded, std::string& plain,
                               std::size_t limit);

}  // namespace v0
}  // namespace ionoscloud::container_registry
