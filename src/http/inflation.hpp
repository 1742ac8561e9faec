// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace ionoscloud::container_registry {
inline namespace v0 {

/// The codings that zlib can decode.
enum class Coding {
  gzip,
  /// In the zlib format or, as many servers send it, raw.
  deflate,
};

/// The result of an inflation.
enum class Inflated {
  whole,
  /// The data is cut off, has another format, or is followed by other data.
  damaged,
  /// The data breaks the rules of its format or its checksum: the inflated part may be wrong.
  corrupt,
  /// The inflated data is larger than the limit.
  too_large,
};

/// Inflates `coded` and appends the result to `plain`, up to a size of `limit` bytes; of damaged
/// data, everything before the damage. Memory that `plain` leaves when it grows is wiped. Throws
/// `std::bad_alloc`.
[[nodiscard]] Inflated inflate(Coding coding, std::string_view coded, std::string& plain,
                               std::size_t limit);

}  // namespace v0
}  // namespace ionoscloud::container_registry
