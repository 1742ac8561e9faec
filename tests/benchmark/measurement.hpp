// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <iosfwd>
#include <string_view>

/// @file
/// What a side tells of its run. It travels as one line of text through a pipe.

namespace benchmarks {

/// The work that a side has done, to be compared with what it was told to do. The yardstick counts
/// bytes of bodies, the library the tokens that it decoded.
struct Tally {
  std::int64_t bytes = 0;
  std::int64_t tokens = 0;
  /// The sum of `checksum_of` over all tokens, cut to 64 bits.
  std::uint64_t checksum = 0;

  Tally& operator+=(const Tally& other) noexcept;
  friend bool operator==(const Tally& lhs, const Tally& rhs) noexcept;
};

/// Cheap, because the library's side reckons it while its time is taken.
inline std::uint64_t checksum_of(std::string_view id, std::string_view name, std::int64_t expiry,
                                 std::size_t scopes) noexcept {
  return std::hash<std::string_view>()(id) + name.size() + static_cast<std::uint64_t>(expiry) +
         scopes;
}

struct Measurement {
  Tally tally;
  double seconds = 0;
  double cpu_seconds = 0;
  std::int64_t peak_rss_kib = 0;
};

std::ostream& operator<<(std::ostream& out, const Measurement& measurement);
std::istream& operator>>(std::istream& in, Measurement& measurement);

}  // namespace benchmarks
