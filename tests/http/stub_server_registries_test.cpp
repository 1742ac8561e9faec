// SPDX-License-Identifier: Apache-2.0
//
// How the stub server keeps registries.

#include <gtest/gtest.h>

#include <string>

#include <ionoscloud/container_registry/timestamp.hpp>

#include "http/raw_client.hpp"

namespace cr = ionoscloud::container_registry;
using cr::testing::StubServer;
using Json = nlohmann::json;

namespace {

TEST(StubServerRegistry, IsReadAsTheContractHasIt) {
  StubServer stub;
  RawClient client(stub);

  const auto response = client.get(registry_path());

  EXPECT_EQ(response.status, 200);
  EXPECT_EQ(response.header("Content-Type"), "application/json");
  Json registry = response.json();
  const std::string created = registry["metadata"]["createdDate"];
  EXPECT_TRUE(cr::Timestamp::parse(created)) << created;
  registry["metadata"].erase("createdDate");
  EXPECT_EQ(registry, Json::parse(R"({
    "id": "4b8d2f0e-6c1a-4f3b-9a57-0d2c8e1f7a60",
    "type": "registry",
    "href": ")" + stub.url() + R"(/registries/4b8d2f0e-6c1a-4f3b-9a57-0d2c8e1f7a60",
    "metadata": {
      "createdBy": "stub@example.com",
      "createdByUserId": "0c3f8d0a-5d1e-4f6b-8a42-97b1e6c5d230",
      "lastModifiedBy": null, "lastModifiedByUserId": null, "lastModifiedDate": null,
      "state": "Running"
    },
    "properties": {
      "name": "registry-1",
      "location": "de/fra",
      "hostname": "registry-1.cr.de-fra.ionos.com",
      "storageUsage": {"bytes": 0, "updatedAt": null},
      "features": {"vulnerabilityScanning": {"enabled": true}},
      "apiSubnetAllowList": []
    }
  })"));
}

TEST(StubServerRegistry, ThatIsAddedHasANameOfItsOwn) {
  StubServer stub;
  stub.add_registry("my/registry");
  RawClient client(stub);

  const auto response = client.get("/containerregistries/registries/my%2Fregistry");

  EXPECT_EQ(response.status, 200);
  EXPECT_EQ(response.json()["id"], "my/registry");
  EXPECT_EQ(response.json()["href"], stub.url() + "/registries/my%2Fregistry");
  EXPECT_EQ(response.json()["properties"]["name"], "registry-2");
}

TEST(StubServerRegistry, KeepsItsTokensWhenItIsAddedAgain) {
  StubServer stub;
  stub.add_tokens(StubServer::registry(), 1);

  stub.add_registry(StubServer::registry());

  EXPECT_EQ(stub.tokens(StubServer::registry()).size(), 1u);
}

}  // namespace
