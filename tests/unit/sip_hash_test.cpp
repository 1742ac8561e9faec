// SPDX-License-Identifier: Apache-2.0
#include "base/sip_hash.hpp"

#include <gtest/gtest.h>

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

// The bytes 0 to 15 as the key, and as the message: from the test vectors of its authors.
TEST(SipHash, MatchesTheTestVectorOfItsAuthors) {
  const SipKey key{0x0706050403020100, 0x0F0E0D0C0B0A0908};

  EXPECT_EQ(sip_hash(key, 0x0706050403020100, 0x0F0E0D0C0B0A0908), 0x3F2ACC7F57C29BDBU);
}

TEST(SipHash, DependsOnBothHalvesOfItsKey) {
  const std::uint64_t hash = sip_hash({1, 2}, 3, 4);

  EXPECT_NE(sip_hash({2, 2}, 3, 4), hash);
  EXPECT_NE(sip_hash({1, 1}, 3, 4), hash);
}

}  // namespace
}  // namespace v0
}  // namespace ionoscloud::container_registry
