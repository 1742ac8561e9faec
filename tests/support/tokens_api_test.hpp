// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <gtest/gtest.h>

#include <chrono>
#include <memory>
#include <string>
#include <vector>

#include <ionoscloud/container_registry/testing/fake_transport.hpp>
#include <ionoscloud/container_registry/tokens_api.hpp>

#include "support/responses.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {

/// A `TokensApi` on a fake transport, which waits not at all before it tries again.
class TokensApiTest : public ::testing::Test {
 protected:
  TokensApiTest() : TokensApiTest(with_token()) {}

  explicit TokensApiTest(Configuration configuration)
      : client(with(std::move(configuration), transport)), tokens(client) {}

  static Configuration with_token() {
    Configuration configuration;
    configuration.token = "hunter2-token";
    return configuration;
  }

  /// The only request so far.
  HttpRequest request() const {
    const auto requests = transport->requests();
    EXPECT_EQ(requests.size(), 1u);
    return requests.at(0);
  }

  static PostTokenInput new_token(const std::string& name = "ci-pull") {
    PostTokenInput input;
    input.properties.name = name;
    return input;
  }

  static PutTokenInput whole_token(const std::string& name = "ci-pull") {
    PutTokenInput input;
    input.properties.name = name;
    return input;
  }

  static PatchTokenInput disabling() {
    PatchTokenInput patch;
    patch.status = TokenStatus::disabled;
    return patch;
  }

 private:
  static Configuration with(Configuration configuration, std::shared_ptr<HttpTransport> fake) {
    configuration.transport = std::move(fake);
    configuration.retry.base_delay = std::chrono::milliseconds(0);
    return configuration;
  }

 protected:
  const std::shared_ptr<testing::FakeTransport> transport =
      std::make_shared<testing::FakeTransport>();
  const ApiClient client;
  TokensApi tokens;
};

}  // namespace v0
}  // namespace ionoscloud::container_registry
