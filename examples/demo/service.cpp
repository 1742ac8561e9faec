// SPDX-License-Identifier: Apache-2.0
#include "demo/service.hpp"

#include <cstdlib>
#include <iostream>
#include <string>
#include <utility>

namespace cr = ionoscloud::container_registry;

namespace demo {
namespace {

Service real_service(cr::Configuration configuration, const char* registry_id) {
  Service service;
  service.configuration = std::move(configuration);
  service.registry_id = registry_id;
  service.description = "the real service";
  service.next = "see tools/ionos-cr-tokens, a tool that does the same for you";
  return service;
}

Service stub_service(const std::string& reason) {
  Service service;
  service.stub = std::make_unique<cr::testing::StubServer>();
  service.configuration.host = service.stub->url();
  service.configuration.token = cr::testing::StubServerOptions().token;
  service.registry_id = service.stub->registry();
  service.description = "a stub server in this process, because " + reason;
  service.next =
      "set IONOS_REGISTRY_ID and IONOS_TOKEN, and run this again on a registry of your own";
  return service;
}

}  // namespace

Service choose_service() {
  const char* registry_id = std::getenv("IONOS_REGISTRY_ID");
  if (registry_id == nullptr || *registry_id == '\0') {
    return stub_service("IONOS_REGISTRY_ID isn't set");
  }
  cr::Configuration configuration = cr::Configuration::discover();
  for (const std::string& warning : configuration.warnings) {
    std::cerr << "warning: " << warning << "\n";
  }
  const bool has_login = !configuration.token.empty() || !configuration.username.empty() ||
                         !configuration.password.empty();
  if (!has_login) return stub_service("neither the environment nor a profile has a login");
  return real_service(std::move(configuration), registry_id);
}

}  // namespace demo
