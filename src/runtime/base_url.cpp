// SPDX-License-Identifier: Apache-2.0
#include "runtime/base_url.hpp"

#include <algorithm>
#include <string_view>

#include "base/ascii.hpp"
#include "base/bare_text.hpp"
#include "curl/url_parts.hpp"
#include "system/ip_address.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

void check(const UrlParts& parts, bool allow_plain_http) {
  if (parts.scheme != "https" && parts.scheme != "http") {
    throw BaseUrlError{"must begin with https:// (or http:// on loopback)"};
  }
  if (!parts.user.empty() || !parts.password.empty()) {
    throw BaseUrlError{"must not hold a user or password; set username and password instead"};
  }
  if (parts.has_query) throw BaseUrlError{"must not have a query"};
  if (parts.has_fragment) throw BaseUrlError{"must not have a fragment"};
  if (parts.port == "0") throw BaseUrlError{"must have a port from 1 to 65535"};
  if (!is_ascii(parts.path)) throw BaseUrlError{"must have its path percent-encoded"};
  if (parts.scheme == "http" && !is_loopback(parts.host) && !allow_plain_http) {
    throw BaseUrlError{
        "must be https://, because credentials would travel in clear; tls.allow_plain_http lifts "
        "this, for a network that nobody else is on"};
  }
}

}  // namespace

// libcurl has normalized the host. What is made of digits and dots and still isn't an address is a
// name, which a resolver may find anywhere.
bool is_loopback(const std::string& host) {
  if (ascii::equal_ignoring_case(host, "localhost")) return true;
  const auto address = IpAddress::parse(host);
  return address && address->is_loopback();
}

std::string make_base_url(const std::string& host, bool allow_plain_http) {
  const std::string_view trimmed = bare(host);
  if (trimmed.empty()) throw BaseUrlError{"must not be empty"};
  const auto parts = split_url(std::string(trimmed), "https");
  if (!parts || parts->host.empty()) {
    throw BaseUrlError{"must be a host or a URL, such as https://api.ionos.com"};
  }
  check(*parts, allow_plain_http);

  std::string_view path = parts->path;
  while (!path.empty() && path.back() == '/') path.remove_suffix(1);
  return origin_of(*parts).append(path.empty() ? "/containerregistries" : path);
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
