// SPDX-License-Identifier: Apache-2.0
#include "runtime/base_url.hpp"

#include <optional>
#include <string>

#include "curl/url_parts.hpp"
#include "fuzz/target.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace fuzz {
namespace {

std::optional<std::string> base_url(std::string_view host, bool allow_plain_http) {
  try {
    return make_base_url(std::string(host), allow_plain_http);
  } catch (const BaseUrlError& error) {
    require(!error.problem.empty(), "a refusal says why");
    return std::nullopt;
  }
}

bool begins_with(std::string_view text, std::string_view beginning) {
  return text.substr(0, beginning.size()) == beginning;
}

/// Whether a host looks like an address of this machine.
bool is_loopback(std::string_view host) {
  return host == "[::1]" || (begins_with(host, "127.") &&
                             host.find_first_not_of("0123456789.") == std::string_view::npos);
}

bool is_localhost(std::string host) {
  for (char& c : host) c = static_cast<char>(c | 0x20);
  return host == "localhost";
}

}  // namespace

void run(std::string_view input) {
  const auto url = base_url(input, false);
  const auto plain = base_url(input, true);

  if (url) require(plain == url, "allowing plain HTTP changes nothing that was allowed");
  if (!plain) return;
  require(base_url(*plain, true) == plain, "a base URL is its own base URL");
  require(plain->find_first_of("?# \t\r\n") == std::string::npos && plain->back() != '/',
          "it is a scheme, a host and a path");
  const auto parts = split_url(*plain + "/registries", "");
  require(parts && parts->user.empty() && parts->password.empty(), "it has no user");
  const bool https = begins_with(*plain, "https://");
  require(https || begins_with(*plain, "http://"), "its scheme is one of HTTP");
  const bool loopback = is_loopback(parts->host) || is_localhost(parts->host);
  require(https ? url.has_value() : !url || loopback, "plain HTTP stays on this machine");
}

}  // namespace fuzz
}  // namespace v0
}  // namespace ionoscloud::container_registry
