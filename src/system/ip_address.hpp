// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace ionoscloud::container_registry {
inline namespace v0 {

/// An IP address. An IPv4 address equals its form that is mapped into IPv6.
class IpAddress {
 public:
  /// Reads `192.0.2.1`, `2001:db8::1` or `[2001:db8::1]`. No value for any other text.
  [[nodiscard]] static std::optional<IpAddress> parse(std::string_view text);

  [[nodiscard]] bool is_ipv4() const noexcept;
  [[nodiscard]] bool is_loopback() const noexcept;

  /// The length of an address in bits.
  [[nodiscard]] int bits() const noexcept { return is_ipv4() ? 32 : 128; }
  /// Whether it is in `network`, of the same family, by the first `prefix_bits` bits.
  [[nodiscard]] bool is_in(const IpAddress& network, int prefix_bits) const noexcept;

  friend bool operator==(const IpAddress& lhs, const IpAddress& rhs) noexcept {
    return lhs.bytes_ == rhs.bytes_;
  }

 private:
  IpAddress() = default;

  std::array<unsigned char, 16> bytes_{};
};

}  // namespace v0
}  // namespace ionoscloud::container_registry
