// SPDX-License-Identifier: Apache-2.0
#include "runtime/proxy_choice.hpp"

#include <algorithm>
#include <optional>
#include <string_view>

#include "base/ascii.hpp"
#include "base/message_text.hpp"
#include "curl/url_parts.hpp"
#include "runtime/base_url.hpp"
#include "runtime/client_settings.hpp"
#include "runtime/configuration_origins.hpp"
#include "runtime/no_proxy.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

/// Which variable a field came from, as an origin; empty when the program has set it.
template <class Get>
std::string_view variable_of(std::string_view field, const Configuration& configuration, Get get) {
  if (!configuration.origins) return "";
  const std::string* const source = configuration.origins->source_of(field, configuration, get);
  return source == nullptr ? std::string_view() : *source;
}

std::string_view variable_of_url(const Configuration& configuration) {
  return variable_of("proxy.url", configuration,
                     [](const Configuration& c) { return c.proxy.url; });
}

/// What is configured, without a user of the environment for a proxy of the program: it is another
/// proxy's.
ProxyOptions configured_proxy(const Configuration& configuration) {
  ProxyOptions proxy = configuration.proxy;
  if (!variable_of_url(configuration).empty()) return proxy;
  const auto username = [](const Configuration& c) { return c.proxy.username; };
  const auto password = [](const Configuration& c) { return c.proxy.password; };
  if (!variable_of("proxy.username", configuration, username).empty()) proxy.username.clear();
  if (!variable_of("proxy.password", configuration, password).empty()) proxy.password = Secret();
  return proxy;
}

ServiceAddress address_of(const UrlParts& service) {
  if (!service.port.empty()) return {service.host, std::stoi(service.port)};
  return {service.host, service.scheme == "http" ? 80 : 443};
}

/// A proxy of the environment is meant for other hosts than this machine, and `https_proxy` for
/// nothing that travels in clear.
std::string why_unused(const Configuration& configuration, const UrlParts& service) {
  const std::string_view variable = variable_of_url(configuration);
  if (!variable.empty() && is_loopback(service.host)) return "the host is loopback";
  if (service.scheme == "http" && ascii::equal_ignoring_case(variable, "environment https_proxy")) {
    return "the host is http://";
  }
  const NoProxyList exempt(configuration.proxy.no_proxy);
  return exempt.exempts(address_of(service)) ? "proxy.no_proxy names the host" : "";
}

void check_no_proxy(const Configuration& configuration) {
  const NoProxyList list(configuration.proxy.no_proxy);
  const bool from_environment =
      !variable_of("proxy.no_proxy", configuration, [](const Configuration& c) {
         return c.proxy.no_proxy;
       }).empty();
  // Of those, `warnings` tells: the variable is other programs' too, which read it otherwise.
  if (from_environment || list.unreadable().empty()) return;
  throw_invalid_configuration("proxy.no_proxy",
                              "must list host names, addresses or networks, unlike \"" +
                                  printable(list.unreadable().front()) + "\"");
}

bool is_proxy_scheme(std::string_view scheme) {
  // libcurl takes `socks` for `socks4`.
  constexpr std::string_view schemes[] = {"http",    "https",  "socks",  "socks4",
                                          "socks4a", "socks5", "socks5h"};
  return std::find(std::begin(schemes), std::end(schemes), scheme) != std::end(schemes);
}

/// The URL with nothing in it that doesn't count.
std::string proxy_url_of(const ProxyOptions& proxy) {
  const auto parts = split_url(std::string(ascii::trim(proxy.url)), "http");
  if (!parts || parts->host.empty() || !is_proxy_scheme(parts->scheme)) {
    throw_invalid_configuration("proxy.url",
                                "must be http://, https://, socks4://, socks4a://, socks5:// or "
                                "socks5h:// with a host");
  }
  if (!parts->user.empty() || !parts->password.empty()) {
    throw_invalid_configuration(
        "proxy.url", "must not hold a user; set proxy.username and proxy.password instead");
  }
  // What looks like a path may be the rest of a password with a sign that a URL must encode, and
  // the host before it the user.
  if (parts->path != "/" || parts->has_query || parts->has_fragment) {
    throw_invalid_configuration(
        "proxy.url",
        "must end behind the host and its port; a /, ? or # in a user or password "
        "must be written %2F, %3F or %23");
  }
  if (parts->port == "0") {
    throw_invalid_configuration("proxy.url", "must have a port from 1 to 65535");
  }
  return origin_of(*parts);
}

}  // namespace

ProxyOptions choose_proxy(const Configuration& configuration, const std::string& base_url) {
  ProxyOptions proxy = configured_proxy(configuration);
  check_no_proxy(configuration);
  if (ascii::trim(proxy.url).empty()) {
    if (!proxy.username.empty() || !proxy.password.empty()) {
      throw_invalid_configuration("proxy.url",
                                  "must be set when proxy.username or proxy.password is");
    }
    return {};
  }
  const UrlParts service = split_url(base_url, "https").value();
  const bool unused = !why_unused(configuration, service).empty();
  // What the environment says for others needn't be right for us.
  if (unused && !variable_of_url(configuration).empty()) return {};

  proxy.url = proxy_url_of(proxy);
  if (proxy.username.empty() && !proxy.password.empty()) {
    throw_invalid_configuration("proxy.username", "must be set when proxy.password is");
  }
  if (unused) return {};
  if (service.scheme == "http" && !configuration.tls.allow_plain_http) {
    throw_invalid_configuration(
        "proxy.url",
        "must be empty when host is http://, because the proxy would get the "
        "credentials in clear; tls.allow_plain_http lifts this");
  }
  proxy.no_proxy.clear();
  return proxy;
}

std::string why_proxy_is_unused(const Configuration& configuration) {
  if (ascii::trim(configuration.proxy.url).empty()) return "";
  try {
    const std::string base_url = make_base_url(configuration.host, true);
    return why_unused(configuration, split_url(base_url, "https").value());
  } catch (const BaseUrlError&) {
    return "";
  }
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
