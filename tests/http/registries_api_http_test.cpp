// SPDX-License-Identifier: Apache-2.0
//
// Registries, over HTTP.

#include <gtest/gtest.h>

#include <ionoscloud/container_registry/exceptions.hpp>
#include <ionoscloud/container_registry/registries_api.hpp>
#include <ionoscloud/container_registry/testing/stub_server.hpp>

#include "support/configurations.hpp"

namespace cr = ionoscloud::container_registry;

namespace {

class RegistriesApiHttp : public testing::Test {
 protected:
  static cr::ApiClient client_of(const cr::testing::StubServer& stub) {
    cr::Configuration configuration;
    configuration.host = stub.url();
    configuration.token = "stub-token";
    return cr::ApiClient(configuration);
  }

  cr::testing::StubServer stub;
  const cr::RegistriesApi registries{client_of(stub)};
};

TEST_F(RegistriesApiHttp, FindsTheRegistryThatIsThere) {
  const cr::RegistryResponse registry =
      registries.registries_find_by_id(cr::testing::StubServer::registry());

  EXPECT_EQ(registry.properties.name, "registry-1");
  EXPECT_TRUE(cr::is_running(registry));
}

TEST_F(RegistriesApiHttp, ThrowsWhenThereIsNone) {
  EXPECT_THROW(
      static_cast<void>(registries.registries_find_by_id("00000000-0000-4000-a000-000000000000")),
      cr::NotFoundException);
}

}  // namespace
