// SPDX-License-Identifier: Apache-2.0
//
// Logins, against a server that checks them.

#include <gtest/gtest.h>

#include <atomic>
#include <memory>
#include <string>

#include <ionoscloud/container_registry.hpp>
#include <ionoscloud/container_registry/testing/stub_server.hpp>

#include "support/caught.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

using testing::StubServer;

class CredentialsOverHttp : public ::testing::Test {
 protected:
  TokensApi with(Configuration configuration) const {
    configuration.host = stub.url();
    return TokensApi(ApiClient(configuration));
  }

  TokensApi with_token(const char* token) const {
    Configuration configuration;
    configuration.token = token;
    return with(configuration);
  }

  TokensApi with_login(const char* username, const char* password) const {
    Configuration configuration;
    configuration.username = username;
    configuration.password = password;
    return with(configuration);
  }

  StubServer stub;
  const RegistryId registry = StubServer::registry();
};

/// A provider whose first token is outdated.
class RenewedToken final : public CredentialsProvider {
 public:
  Secret authorization(const CredentialsContext&) override {
    return bearer_authorization(renewals == 0 ? "outdated-token" : "stub-token");
  }
  bool refresh(const Secret&, const CredentialsContext&) override {
    ++renewals;
    return true;
  }

  std::atomic<int> renewals{0};
};

TEST_F(CredentialsOverHttp, OfATokenAreTaken) {
  EXPECT_EQ(with_token("stub-token").registries_tokens_get(registry).total, 0);
}

TEST_F(CredentialsOverHttp, OfAUserAreTaken) {
  EXPECT_EQ(with_login("stub-user", "stub-password").registries_tokens_get(registry).total, 0);
}

TEST_F(CredentialsOverHttp, OfAWrongTokenAreRefused) {
  const auto error = caught<UnauthorizedException>(
      [&] { static_cast<void>(with_token("wrong-token").registries_tokens_get(registry)); });

  EXPECT_EQ(error.attempts(), 1);
  EXPECT_EQ(std::string(error.what()).find("wrong-token"), std::string::npos);
}

TEST_F(CredentialsOverHttp, OfAWrongUserAreRefused) {
  EXPECT_THROW(static_cast<void>(with_login("stub-user", "wrong").registries_tokens_get(registry)),
               UnauthorizedException);
  EXPECT_THROW(
      static_cast<void>(with_login("wrong", "stub-password").registries_tokens_get(registry)),
      UnauthorizedException);
}

TEST_F(CredentialsOverHttp, OfATokenAreSentInPlaceOfAUsers) {
  Configuration configuration;
  configuration.token = "stub-token";
  configuration.username = "wrong";
  configuration.password = "wrong";

  static_cast<void>(with(configuration).registries_tokens_get(registry));

  EXPECT_EQ(stub.requests().at(0).authorization.expose(), "Bearer stub-token");
}

TEST_F(CredentialsOverHttp, ThatAreOutdatedAreRenewed) {
  const auto provider = std::make_shared<RenewedToken>();
  Configuration configuration;
  configuration.credentials = provider;
  PostTokenInput input;
  input.properties.name = "ci-pull";

  const auto created = with(configuration).registries_tokens_post_with_http_info(registry, input);

  EXPECT_EQ(created.http.attempts, 2);
  EXPECT_EQ(provider->renewals, 1);
  EXPECT_EQ(stub.tokens(registry).size(), 1u);
}

}  // namespace
}  // namespace v0
}  // namespace ionoscloud::container_registry
