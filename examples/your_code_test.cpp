// SPDX-License-Identifier: Apache-2.0
//
// Tests of code that uses the library, against a stub of the service: no registry, no credentials.

#include <string>

#include <gtest/gtest.h>

#include <ionoscloud/container_registry.hpp>
#include <ionoscloud/container_registry/testing/stub_server.hpp>

namespace cr = ionoscloud::container_registry;

/// The code under test: disables the tokens whose names begin like this. Returns how many.
int disable(const cr::TokensApi& tokens, const cr::RegistryId& registry, const std::string& begin) {
  cr::PatchTokenInput patch;
  patch.status = cr::TokenStatus::disabled;
  int count = 0;
  for (const cr::TokenResponse& token : tokens.registries_tokens_get_all(registry)) {
    if (token.properties.name.compare(0, begin.size(), begin) != 0) continue;
    tokens.registries_tokens_patch(registry, token.id.value(), patch);
    ++count;
  }
  return count;
}

class Disable : public testing::Test {
 protected:
  static cr::ApiClient client_of(const cr::testing::StubServer& stub) {
    cr::Configuration configuration;
    configuration.host = stub.url();
    configuration.token = cr::testing::StubServerOptions().token;
    return cr::ApiClient(configuration);
  }

  cr::testing::StubServer stub_;
  cr::TokensApi tokens_{client_of(stub_)};
};

TEST_F(Disable, LeavesOtherTokensAlone) {
  stub_.add_tokens(stub_.registry(), 12);  // token-1, token-2, …

  EXPECT_EQ(disable(tokens_, stub_.registry(), "token-1"), 4);

  for (const cr::TokenResponse& token : stub_.tokens(stub_.registry())) {
    const bool begins_so = token.properties.name.rfind("token-1", 0) == 0;
    EXPECT_EQ(token.properties.status == cr::TokenStatus::disabled, begins_so);
  }
}

TEST_F(Disable, GoesOnWhenTheServiceIsAwayForAMoment) {
  stub_.add_tokens(stub_.registry(), 1);
  stub_.fail_next(1, 503, {{"Retry-After", "0"}});

  EXPECT_EQ(disable(tokens_, stub_.registry(), "token"), 1);
}

TEST_F(Disable, TellsThatTheRegistryIsUnknown) {
  EXPECT_THROW(disable(tokens_, "no-such-registry", "token"), cr::NotFoundException);
}
