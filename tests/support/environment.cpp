// SPDX-License-Identifier: Apache-2.0
#include "support/environment.hpp"

#include <cstdlib>

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

constexpr const char* read_by_the_library[] = {"IONOS_LOG_LEVEL",
                                               "IONOS_TOKEN",
                                               "IONOS_USERNAME",
                                               "IONOS_PASSWORD",
                                               "IONOS_API_URL",
                                               "IONOS_PINNED_CERT",
                                               "IONOS_HTTP_PROXY",
                                               "https_proxy",
                                               "HTTPS_PROXY",
                                               "http_proxy",
                                               "HTTP_PROXY",
                                               "all_proxy",
                                               "ALL_PROXY",
                                               "no_proxy",
                                               "NO_PROXY",
                                               "SSL_CERT_FILE",
                                               "SSL_CERT_DIR",
                                               "OPENSSL_CONF",
                                               "OPENSSL_MODULES",
                                               "OPENSSL_ENGINES",
                                               "SSLKEYLOGFILE",
                                               "IONOS_CONFIG_FILE",
                                               "IONOS_CURRENT_PROFILE",
                                               "HOME",
                                               "USERPROFILE",
                                               "APPDATA",
                                               "XDG_CONFIG_HOME"};

void set(const char* name, const char* value) {
#ifdef _WIN32
  _putenv_s(name, value);
#else
  ::setenv(name, value, 1);
#endif
}

void unset(const char* name) {
#ifdef _WIN32
  _putenv_s(name, "");
#else
  ::unsetenv(name);
#endif
}

}  // namespace

Environment::Environment(std::initializer_list<Variable> variables) {
  for (const char* name : read_by_the_library) {
    const char* const value = std::getenv(name);
    before_.emplace_back(name, value == nullptr ? std::nullopt : std::optional<std::string>(value));
    unset(name);
  }
  for (const auto& [name, value] : variables) set(name, value);
}

Environment::~Environment() {
  for (const auto& [name, value] : before_) {
    if (value) {
      set(name, value->c_str());
    } else {
      unset(name);
    }
  }
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
