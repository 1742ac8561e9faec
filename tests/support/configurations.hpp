// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include <ionoscloud/container_registry/api_client.hpp>
#include <ionoscloud/container_registry/configuration.hpp>
#include <ionoscloud/container_registry/credentials.hpp>
#include <ionoscloud/container_registry/exceptions.hpp>

namespace ionoscloud::container_registry {
inline namespace v0 {

class AnyCredentials final : public CredentialsProvider {
 public:
  Secret authorization(const CredentialsContext&) override { return "Bearer x"; }
};

inline Configuration valid() {
  Configuration configuration;
  configuration.token = "api-token";
  return configuration;
}

inline Configuration with_login(const std::string& username, const std::string& password) {
  Configuration configuration;
  configuration.username = username;
  configuration.password = password;
  return configuration;
}

/// What a client says to a configuration; empty when it takes it.
inline std::string complaint_about(const Configuration& configuration) {
  try {
    const ApiClient client(configuration);
    return "";
  } catch (const ConfigurationException& error) {
    return error.what();
  }
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
