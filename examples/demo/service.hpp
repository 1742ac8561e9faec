// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>

#include <ionoscloud/container_registry/configuration.hpp>
#include <ionoscloud/container_registry/identifiers.hpp>
#include <ionoscloud/container_registry/testing/stub_server.hpp>

namespace demo {

/// Where the demo runs.
struct Service {
  /// The service itself, when it isn't the real one.
  std::unique_ptr<ionoscloud::container_registry::testing::StubServer> stub;
  ionoscloud::container_registry::Configuration configuration;
  ionoscloud::container_registry::RegistryId registry_id;
  /// For people.
  std::string description;
  /// What they may try next.
  std::string next;
};

/// The real service when the environment has `IONOS_REGISTRY_ID` and a login, otherwise the stub
/// server in this process.
[[nodiscard]] Service choose_service();

}  // namespace demo
