// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>

namespace ionoscloud::container_registry {
inline namespace v0 {

/// A URL taken apart by libcurl, so that what is checked is what will be connected to.
struct UrlParts {
  std::string scheme;
  std::string user;
  std::string password;
  /// Normalized; an IPv6 address in brackets.
  std::string host;
  /// By which interface an address that is only known on a link is reached; empty for others.
  std::string zone;
  /// Empty when the URL names none.
  std::string port;
  /// Encoded as it was; at least `/`.
  std::string path;
  bool has_query = false;
  bool has_fragment = false;
};

/// Takes a URL apart; `default_scheme` is put in front of one without a scheme. Nothing when it
/// isn't a URL, or when its host would be another once more taken apart.
[[nodiscard]] std::optional<UrlParts> split_url(const std::string& url,
                                                const std::string& default_scheme);

/// Scheme, host and port, as a URL begins: `https://api.ionos.com:8443`.
[[nodiscard]] std::string origin_of(const UrlParts& parts);

}  // namespace v0
}  // namespace ionoscloud::container_registry
