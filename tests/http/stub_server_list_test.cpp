// SPDX-License-Identifier: Apache-2.0
//
// How the stub server lists and pages tokens.

#include <gtest/gtest.h>

#include "http/raw_client.hpp"

namespace cr = ionoscloud::container_registry;
using cr::testing::StubServer;
using Json = nlohmann::json;

namespace {

TEST(StubServerList, IsOrderedByCreation) {
  StubServer stub;
  RawClient client(stub);
  for (const char* name : {"zz", "aa", "mm"}) client.send("POST", tokens_path(), named(name));

  const Json page = client.get(tokens_path()).json();

  ASSERT_EQ(page["items"].size(), 3u);
  EXPECT_EQ(page["items"][0]["properties"]["name"], "zz");
  EXPECT_EQ(page["items"][1]["properties"]["name"], "aa");
  EXPECT_EQ(page["items"][2]["properties"]["name"], "mm");
}

TEST(StubServerList, HasDefaultBounds) {
  StubServer stub;
  stub.add_tokens(StubServer::registry(), 101);
  RawClient client(stub);

  const Json page = client.get(tokens_path()).json();

  EXPECT_EQ(page["offset"], 0);
  EXPECT_EQ(page["limit"], 100);
  EXPECT_EQ(page["count"], 100);
  EXPECT_EQ(page["total"], 101);
}

TEST(StubServerList, LinksThePagesBesideThisOne) {
  StubServer stub;
  stub.add_tokens(StubServer::registry(), 5);
  RawClient client(stub);
  const std::string list = stub.url() + "/registries/" + StubServer::registry().text() + "/tokens?";

  const Json first = client.get(tokens_path() + "?limit=2").json()["_links"];
  const Json middle = client.get(tokens_path() + "?offset=2&limit=2").json()["_links"];
  const Json last = client.get(tokens_path() + "?offset=4&limit=2").json()["_links"];

  EXPECT_EQ(first["previous"], "");
  EXPECT_EQ(first["next"], list + "offset=2&limit=2");
  EXPECT_EQ(middle["previous"], list + "offset=0&limit=2");
  EXPECT_EQ(middle["self"], list + "offset=2&limit=2");
  EXPECT_EQ(middle["next"], list + "offset=4&limit=2");
  EXPECT_EQ(last["next"], "");
}

TEST(StubServerList, IsEmptyBehindItsEnd) {
  StubServer stub;
  stub.add_tokens(StubServer::registry(), 3);
  RawClient client(stub);

  const Json page = client.get(tokens_path() + "?offset=3").json();

  EXPECT_EQ(page["items"], Json::array());
  EXPECT_EQ(page["count"], 0);
  EXPECT_EQ(page["total"], 3);
}

TEST(StubServerList, HoldsTenThousandTokensOnOnePage) {
  StubServer stub;
  stub.add_tokens(StubServer::registry(), 10'000);
  RawClient client(stub);

  const Json page = client.get(tokens_path() + "?limit=10000").json();

  EXPECT_EQ(page["items"].size(), 10'000u);
}

TEST(StubServerList, ReadsBoundsThatAreEncoded) {
  StubServer stub;
  stub.add_tokens(StubServer::registry(), 20);
  RawClient client(stub);

  EXPECT_EQ(client.get(tokens_path() + "?limit=%31%32").json()["count"], 12);
}

}  // namespace
