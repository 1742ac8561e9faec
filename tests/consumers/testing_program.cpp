// SPDX-License-Identifier: Apache-2.0
//
// A user's test: of a program that uses the library, against a transport in memory and against the
// stub server.

#include <cstdio>
#include <exception>
#include <memory>

#include <ionoscloud/container_registry.hpp>
#include <ionoscloud/container_registry/testing/fake_transport.hpp>
#include <ionoscloud/container_registry/testing/stub_server.hpp>

namespace cr = ionoscloud::container_registry;

namespace {

bool fake_transport_responses() {
  auto fake = std::make_shared<cr::testing::FakeTransport>();
  fake->respond(404);
  cr::Configuration configuration;
  configuration.token = "any";
  configuration.transport = fake;
  cr::TokensApi tokens{cr::ApiClient(configuration)};

  try {
    static_cast<void>(tokens.registries_tokens_find_by_id("registry", "token"));
  } catch (const cr::NotFoundException&) {
    return fake->outcomes_left() == 0;
  }
  return false;
}

bool stub_server_creates_a_token() {
  cr::testing::StubServer stub;
  cr::Configuration configuration;
  configuration.host = stub.url();
  configuration.token = "stub-token";
  cr::TokensApi tokens{cr::ApiClient(configuration)};
  cr::PostTokenInput input;
  input.properties.name = "consumer";

  const cr::PostTokenOutput created = tokens.registries_tokens_post(stub.registry(), input);

  return created.properties.name == "consumer" && stub.request_count() == 1;
}

}  // namespace

int main() {
  try {
    if (!fake_transport_responses()) {
      std::puts("FakeTransport doesn't respond as told");
      return 1;
    }
    if (!stub_server_creates_a_token()) {
      std::puts("StubServer doesn't create a token");
      return 1;
    }
  } catch (const std::exception& exception) {
    std::printf("%s\n", exception.what());
    return 1;
  }
  return 0;
}
