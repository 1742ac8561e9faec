// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "system/ip_address.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {

/// Where a request goes, as a list of exempt hosts sees it.
struct ServiceAddress {
  /// A name, or an address as in a URL.
  std::string host;
  int port = 0;
};

/// The hosts that are reached without a proxy. curl, Go and Python's requests each read such a list
/// in their own way; this takes the forms of all three. It is judged here, once a client, since
/// libcurl's own reading differs from version to version.
///
/// Commas and white space stand between entries. An entry is
/// - `*`: any host
/// - a name: that host and those below it; a dot in front or at the end doesn't count
/// - a name with stars, each for any characters: the hosts that look like it
/// - an address, or a network such as `10.0.0.0/8`
///
/// and each but a network may have a port behind it, `host:8443`.
class NoProxyList {
 public:
  explicit NoProxyList(std::string_view list);

  [[nodiscard]] bool exempts(const ServiceAddress& service) const;

  /// The entries that are none of these, and exempt nothing; without a user, which may be secret.
  [[nodiscard]] const std::vector<std::string>& unreadable() const noexcept { return unreadable_; }

 private:
  struct Entry {
    /// In lower case, without dots at its ends; empty for an address.
    std::string name;
    std::optional<IpAddress> address;
    int prefix_bits = 0;
    /// 0 for any.
    int port = 0;
  };

  [[nodiscard]] static std::optional<Entry> read(std::string_view text);
  [[nodiscard]] static bool matches(const Entry& entry, const ServiceAddress& service);

  std::vector<Entry> entries_;
  std::vector<std::string> unreadable_;
};

}  // namespace v0
}  // namespace ionoscloud::container_registry
