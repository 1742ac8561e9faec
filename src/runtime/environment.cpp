// SPDX-License-Identifier: Apache-2.0
#include <cstddef>
#include <cstdlib>
#include <initializer_list>
#include <iostream>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <ionoscloud/container_registry/configuration.hpp>
#include <ionoscloud/container_registry/stream_logger.hpp>

#include "base/bare_text.hpp"
#include "base/message_text.hpp"
#include "curl/flood_guard.hpp"
#include "curl/url_parts.hpp"
#include "runtime/configuration_origins.hpp"
#include "runtime/environment_variable.hpp"
#include "runtime/no_proxy.hpp"
#include "runtime/profile_settings.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

/// Reads variables into a configuration, and takes down which were there.
class Environment {
 public:
  explicit Environment(ConfigurationOrigins& origins) : origins_(origins) {}

  /// The first of these variables that is set and not empty, which becomes the origin of `fields`;
  /// nothing when none is.
  [[nodiscard]] std::optional<std::string> take(std::initializer_list<const char*> names,
                                                std::initializer_list<std::string_view> fields) {
    for (const char* name : names) {
      std::string value = environment_variable(name);
      if (value.empty()) continue;
      for (const std::string_view field : fields) {
        origins_.add(field, std::string("environment ") + name);
      }
      return value;
    }
    return std::nullopt;
  }

  /// Sets a field to what the variable says, if it says anything.
  template <class Value>
  void read(const char* name, std::string_view field, Value& value) {
    if (auto text = take({name}, {field})) value = *std::move(text);
  }

 private:
  ConfigurationOrigins& origins_;
};

bool is_set(const char* name) { return !environment_variable(name).empty(); }

/// What stands between the commas of a list; at least one part.
std::vector<std::string> parts_of(std::string_view list) {
  std::vector<std::string> parts;
  for (;;) {
    const std::size_t comma = list.find(',');
    parts.emplace_back(list.substr(0, comma));
    if (comma == list.npos) return parts;
    list.remove_prefix(comma + 1);
  }
}

/// The environment writes user and password into the proxy's URL; here they are members of their
/// own, so that the password is a secret.
void read_proxy(Environment& environment, ProxyOptions& proxy) {
  if (auto hosts = environment.take({"no_proxy", "NO_PROXY"}, {"proxy.no_proxy"})) {
    proxy.no_proxy = bare(*hosts);
  }
  auto url =
      environment.take({"IONOS_HTTP_PROXY", "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"},
                       {"proxy.url", "proxy.username", "proxy.password"});
  if (!url) return;
  proxy.url = bare(*url);
  auto parts = split_url(proxy.url, "http");
  if (!parts || (parts->user.empty() && parts->password.empty())) return;
  proxy.url = origin_of(*parts);
  proxy.username = std::move(parts->user);
  proxy.password = std::move(parts->password);
}

/// Of entries that exempt nothing. They aren't refused: the variable is other programs' too.
void warn_of_no_proxy(Configuration& configuration, const ConfigurationOrigins& origins) {
  const std::string* const source = origins.source_of("proxy.no_proxy");
  if (source == nullptr || configuration.proxy.url.empty()) return;
  const NoProxyList list(configuration.proxy.no_proxy);
  for (const std::string& entry : list.unreadable()) {
    configuration.warnings.push_back(
        *source + ": \"" + printable(entry) +
        "\" is no host name, address or network, so it exempts nothing "
        "from the proxy");
  }
}

/// Of variables that others read in this process, and that no program can keep from them.
void warn_of_other_readers(Configuration& configuration) {
  for (const char* name : {"OPENSSL_CONF", "OPENSSL_MODULES", "OPENSSL_ENGINES"}) {
    if (!is_set(name)) continue;
    configuration.warnings.push_back(
        std::string("environment ") + name +
        ": OpenSSL loads what it names, which may see all that is sent");
  }
  if (is_set("SSLKEYLOGFILE") && !FloodGuard::is_available()) {
    configuration.warnings.emplace_back(
        "environment SSLKEYLOGFILE: libcurl may write the keys of its connections there");
  }
}

/// The level may be meant for other programs, which know more of them: no reason to end.
void read_log_level(Environment& environment, Configuration& configuration) {
  const auto text = environment.take({"IONOS_LOG_LEVEL"}, {"observer"});
  if (!text || bare(*text).empty()) return;
  const auto level = parse_log_level(*text);
  if (!level) {
    configuration.warnings.push_back("IONOS_LOG_LEVEL must be off, debug or trace, unlike \"" +
                                     printable(*text, 32) + "\", so nothing is logged");
  } else if (*level != LogLevel::off) {
    configuration.observer = std::make_shared<StreamLogger>(std::clog, *level);
  }
}

/// Quotes may be part of a password, though not of a token: more than to ask isn't possible.
void look_for_quotes(std::vector<std::string>& warnings) {
  const char* const password = std::getenv("IONOS_PASSWORD");
  if (password == nullptr || !is_quoted(password)) return;
  warnings.push_back("IONOS_PASSWORD stands in quotes, which are taken for a part of it");
}

void read_environment(Configuration& configuration, ConfigurationOrigins& origins) {
  Environment environment(origins);
  environment.read("IONOS_API_URL", "host", configuration.host);
  environment.read("IONOS_TOKEN", "token", configuration.token);
  environment.read("IONOS_USERNAME", "username", configuration.username);
  environment.read("IONOS_PASSWORD", "password", configuration.password);
  if (const auto pins = environment.take({"IONOS_PINNED_CERT"}, {"tls.pinned_certificates"})) {
    configuration.tls.pinned_certificates = parts_of(bare(*pins));
  }
  // They stand in for the system's authorities, and not for the one that an endpoint is known by.
  if (configuration.tls.ca_pem.empty()) {
    if (const auto file = environment.take({"SSL_CERT_FILE"}, {"tls.ca_file"})) {
      configuration.tls.ca_file = bare(*file);
    }
    if (const auto folders = environment.take({"SSL_CERT_DIR"}, {"tls.ca_directory"})) {
      configuration.tls.ca_directory = bare(*folders);
    }
  }
  read_proxy(environment, configuration.proxy);
  warn_of_no_proxy(configuration, origins);
  warn_of_other_readers(configuration);
  read_log_level(environment, configuration);
  look_for_quotes(configuration.warnings);
}

ConfigurationOrigins origins_of_environment() {
  ConfigurationOrigins origins;
  for (const char* name : {"IONOS_TOKEN", "IONOS_USERNAME", "IONOS_PASSWORD"})
    origins.look_at(name);
  return origins;
}

Configuration with_origins(Configuration configuration, ConfigurationOrigins origins) {
  origins.keep(configuration);
  configuration.origins = std::make_shared<const ConfigurationOrigins>(std::move(origins));
  return configuration;
}

}  // namespace

Configuration Configuration::from_environment() {
  Configuration configuration;
  ConfigurationOrigins origins = origins_of_environment();
  read_environment(configuration, origins);
  return with_origins(std::move(configuration), std::move(origins));
}

Configuration Configuration::discover() {
  Configuration configuration;
  ConfigurationOrigins origins = origins_of_environment();
  ProfileUse use;
  use.credentials =
      !is_set("IONOS_TOKEN") && !is_set("IONOS_USERNAME") && !is_set("IONOS_PASSWORD");
  use.endpoint = !is_set("IONOS_API_URL");
  apply_profile(configuration, origins, use);
  read_environment(configuration, origins);
  return with_origins(std::move(configuration), std::move(origins));
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
