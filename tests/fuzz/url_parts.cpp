// SPDX-License-Identifier: Apache-2.0
#include "curl/url_parts.hpp"

#include <string>

#include "fuzz/target.hpp"
#include "http/http_rules.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace fuzz {
namespace {

/// A URL of the same parts.
std::string put_together(const UrlParts& parts) {
  std::string url = parts.scheme + "://";
  if (!parts.user.empty() || !parts.password.empty()) {
    append_url_encoded(url, parts.user);
    url += ':';
    append_url_encoded(url, parts.password);
    url += '@';
  }
  url += origin_of(parts).substr(parts.scheme.size() + 3);
  url += parts.path;
  if (parts.has_query) url += "?";
  if (parts.has_fragment) url += "#x";
  return url;
}

}  // namespace

void run(std::string_view input) {
  const auto parts = split_url(std::string(input), "https");

  if (!parts) return;
  require(input.find('\0') == std::string_view::npos, "a text with a NUL is no URL");
  require(parts->host.find_first_of("/?#@\\ ") == std::string::npos, "the host is nothing else");
  require(parts->port.find_first_not_of("0123456789") == std::string::npos, "a port is a number");
  if (parts->scheme != "https" && parts->scheme != "http") return;
  require(!parts->path.empty() && parts->path.front() == '/', "the path begins with a slash");
  const auto again = split_url(put_together(*parts), "");
  require(again.has_value(), "its parts make a URL");
  require(again->scheme == parts->scheme && again->user == parts->user &&
              again->password == parts->password && again->host == parts->host &&
              again->zone == parts->zone && again->port == parts->port &&
              again->path == parts->path && again->has_query == parts->has_query &&
              again->has_fragment == parts->has_fragment,
          "of the same parts");
}

}  // namespace fuzz
}  // namespace v0
}  // namespace ionoscloud::container_registry
