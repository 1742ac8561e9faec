// SPDX-License-Identifier: Apache-2.0
#include "runtime/connection_advice.hpp"

#include "base/message_text.hpp"
#include "runtime/configuration_origins.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

std::string with_source(std::string advice, const std::string& source) {
  if (!source.empty()) advice += " (from " + source + ")";
  return advice;
}

}  // namespace

std::string advice_about_host(const Configuration& configuration) {
  return with_source("check host", source_of(configuration, "host"));
}

std::string advice_about_proxy(const Configuration& configuration, const ProxyOptions& chosen) {
  if (chosen.url.empty()) return "";
  const std::string proxy = "the proxy is " + printable(chosen.url) + ": check ";
  if (chosen.username.empty()) {
    return with_source(proxy + "proxy.url", source_of(configuration, "proxy.url"));
  }
  return with_source(proxy + "proxy.username and proxy.password",
                     source_of(configuration, "proxy.username"));
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
