// SPDX-License-Identifier: Apache-2.0
#include "measurement.hpp"

#include <istream>
#include <ostream>

namespace benchmarks {

Tally& Tally::operator+=(const Tally& other) noexcept {
  bytes += other.bytes;
  tokens += other.tokens;
  checksum += other.checksum;
  return *this;
}

bool operator==(const Tally& lhs, const Tally& rhs) noexcept {
  return lhs.bytes == rhs.bytes && lhs.tokens == rhs.tokens && lhs.checksum == rhs.checksum;
}

std::ostream& operator<<(std::ostream& out, const Measurement& m) {
  return out << m.tally.bytes << ' ' << m.tally.tokens << ' ' << m.tally.checksum << ' '
             << m.seconds << ' ' << m.cpu_seconds << ' ' << m.peak_rss_kib << '\n';
}

std::istream& operator>>(std::istream& in, Measurement& m) {
  return in >> m.tally.bytes >> m.tally.tokens >> m.tally.checksum >> m.seconds >> m.cpu_seconds >>
         m.peak_rss_kib;
}

}  // namespace benchmarks
