// SPDX-License-Identifier: Apache-2.0
#include "system/ip_address.hpp"

#include <algorithm>
#include <cstddef>

#include "system/socket_api.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

/// The prefix of an IPv4 address that is mapped into IPv6.
constexpr std::array<unsigned char, 12> mapped = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff};

}  // namespace

std::optional<IpAddress> IpAddress::parse(std::string_view text) {
  const bool in_brackets = text.size() > 2 && text.front() == '[' && text.back() == ']';
  const std::string address(in_brackets ? text.substr(1, text.size() - 2) : text);
  // `inet_pton` would read up to the first NUL.
  if (address.find('\0') != std::string::npos) return std::nullopt;
  IpAddress result;
  if (inet_pton(AF_INET6, address.c_str(), result.bytes_.data()) == 1) return result;
  std::copy(mapped.begin(), mapped.end(), result.bytes_.begin());
  const bool is_ipv4 =
      inet_pton(AF_INET, address.c_str(), result.bytes_.data() + mapped.size()) == 1;
  return is_ipv4 && !in_brackets ? std::optional(result) : std::nullopt;
}

bool IpAddress::is_ipv4() const noexcept {
  return std::equal(mapped.begin(), mapped.end(), bytes_.begin());
}

bool IpAddress::is_loopback() const noexcept {
  if (is_ipv4()) return bytes_[mapped.size()] == 127;
  return bytes_.back() == 1 && std::all_of(bytes_.begin(), bytes_.end() - 1,
                                           [](unsigned char byte) { return byte == 0; });
}

bool IpAddress::is_in(const IpAddress& network, int prefix_bits) const noexcept {
  if (is_ipv4() != network.is_ipv4()) return false;
  const auto compared = static_cast<std::size_t>(is_ipv4() ? 96 + prefix_bits : prefix_bits);
  for (std::size_t bit = 0; bit < compared; ++bit) {
    const unsigned mask = 0x80u >> bit % 8;
    if ((bytes_[bit / 8] & mask) != (network.bytes_[bit / 8] & mask)) return false;
  }
  return true;
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
