// SPDX-License-Identifier: Apache-2.0
#include <cstdlib>
#include <initializer_list>
#include <iostream>
#include <memory>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include <ionoscloud/container_registry/configuration.hpp>
#include <ionoscloud/container_registry/stream_logger.hpp>

#include "curl/url_parts.hpp"
#include "runtime/client_settings.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

/// The first of these variables that is set and not empty; empty text when none is.
std::string variable(std::initializer_list<const char*> names) {
  for (const char* name : names) {
    const char* value = std::getenv(name);
    if (value != nullptr && *value != '\0') return value;
  }
  return "";
}

/// What stands between the commas of a list.
std::vector<std::string> parts_of(const std::string& list) {
  std::vector<std::string> parts;
  std::istringstream stream(list);
  for (std::string part; std::getline(stream, part, ',');) parts.push_back(part);
  return parts;
}

/// The environment writes user and password into the proxy's URL; here they are members of their
/// own, so that the password is a secret.
ProxyOptions proxy_from_environment() {
  ProxyOptions proxy;
  proxy.url =
      variable({"IONOS_HTTP_PROXY", "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"});
  proxy.no_proxy = variable({"no_proxy", "NO_PROXY"});
  auto parts = proxy.url.empty() ? std::nullopt : split_url(proxy.url, "http");
  if (parts && !(parts->user.empty() && parts->password.empty())) {
    proxy.url = parts->scheme + "://" + parts->host;
    if (!parts->port.empty()) proxy.url += ":" + parts->port;
    proxy.username = std::move(parts->user);
    proxy.password = std::move(parts->password);
  }
  return proxy;
}

std::shared_ptr<Observer> logger_from_environment() {
  const std::string name = variable({"IONOS_LOG_LEVEL"});
  const auto level = name.empty() ? LogLevel::off : parse_log_level(name);
  if (!level) refuse_configuration("IONOS_LOG_LEVEL", "must be off, debug or trace");
  if (*level == LogLevel::off) return nullptr;
  return std::make_shared<StreamLogger>(std::clog, *level);
}

}  // namespace

Configuration Configuration::from_environment() {
  Configuration configuration;
  const std::string host = variable({"IONOS_API_URL"});
  if (!host.empty()) configuration.host = host;
  configuration.token = variable({"IONOS_TOKEN"});
  configuration.username = variable({"IONOS_USERNAME"});
  configuration.password = variable({"IONOS_PASSWORD"});
  configuration.tls.pinned_certificates = parts_of(variable({"IONOS_PINNED_CERT"}));
  configuration.proxy = proxy_from_environment();
  configuration.observer = logger_from_environment();
  return configuration;
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
