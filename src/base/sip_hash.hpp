// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

namespace ionoscloud::container_registry {
inline namespace v0 {

/// The secret key of a hash.
struct SipKey {
  std::uint64_t first = 0;
  std::uint64_t second = 0;
};

/// The internal state of SipHash.
class SipState {
 public:
  explicit SipState(const SipKey& key) noexcept
      : a_(key.first ^ 0x736F6D6570736575),
        b_(key.second ^ 0x646F72616E646F6D),
        c_(key.first ^ 0x6C7967656E657261),
        d_(key.second ^ 0x7465646279746573) {}

  void compress(std::uint64_t word) noexcept {
    d_ ^= word;
    round();
    round();
    a_ ^= word;
  }

  [[nodiscard]] std::uint64_t finalize() noexcept {
    c_ ^= 0xFF;
    for (int i = 0; i < 4; ++i) round();
    return a_ ^ b_ ^ c_ ^ d_;
  }

 private:
  static std::uint64_t rotate_left(std::uint64_t word, int bits) noexcept {
    return word << bits | word >> (64 - bits);
  }

  void round() noexcept {
    a_ += b_;
    b_ = rotate_left(b_, 13) ^ a_;
    a_ = rotate_left(a_, 32);
    c_ += d_;
    d_ = rotate_left(d_, 16) ^ c_;
    a_ += d_;
    d_ = rotate_left(d_, 21) ^ a_;
    c_ += b_;
    b_ = rotate_left(b_, 17) ^ c_;
    c_ = rotate_left(c_, 32);
  }

  std::uint64_t a_;
  std::uint64_t b_;
  std::uint64_t c_;
  std::uint64_t d_;
};

/// SipHash-2-4 of 16 bytes, given as two little-endian numbers. Without the key it isn't possible
/// to find two inputs with the same hash, other than by chance.
[[nodiscard]] inline std::uint64_t sip_hash(const SipKey& key, std::uint64_t first,
                                            std::uint64_t second) noexcept {
  constexpr std::uint64_t length = std::uint64_t{16} << 56;
  SipState state(key);
  state.compress(first);
  state.compress(second);
  state.compress(length);
  return state.finalize();
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
