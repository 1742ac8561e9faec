// SPDX-License-Identifier: Apache-2.0
//
// What the stub server does with requests that the contract allows.

#include <gtest/gtest.h>

#include <set>

#include "http/raw_client.hpp"

namespace cr = ionoscloud::container_registry;
using cr::testing::StubServer;
using Json = nlohmann::json;

namespace {

constexpr const char* whole_body = R"({"properties":{
  "name": "ci-pull",
  "status": "disabled",
  "expiryDate": "2099-03-01T01:30:00.5+01:30",
  "scopes": [{"type": "repository", "name": "team/app", "actions": ["pull", "push"]}]}})";

std::string path_of(const RawClient::Response& created) {
  return tokens_path() + "/" + created.json()["id"].get<std::string>();
}

TEST(StubServerUrl, IsOnLoopbackAndHasThePathOfTheApi) {
  StubServer stub;

  EXPECT_EQ(stub.url().rfind("http://127.0.0.1:", 0), 0u);
  EXPECT_NE(stub.url().find("/containerregistries"), std::string::npos);
}

TEST(StubServerPost, CreatesATokenAsTheContractShowsIt) {
  StubServer stub;
  RawClient client(stub);

  const auto response = client.send("POST", tokens_path(), whole_body);

  ASSERT_EQ(response.status, 201);
  const Json token = response.json();
  EXPECT_EQ(token["type"], "token");
  EXPECT_EQ(token["href"], "");
  EXPECT_EQ(token["properties"]["name"], "ci-pull");
  EXPECT_EQ(token["properties"]["status"], "disabled");
  EXPECT_EQ(token["properties"]["expiryDate"], "2099-03-01T00:00:00Z");
  EXPECT_EQ(token["properties"]["scopes"], Json::parse(whole_body)["properties"]["scopes"]);
  EXPECT_EQ(token["properties"]["credentials"]["username"], "ci-pull");
  EXPECT_EQ(token["metadata"]["state"], "disabled");
  EXPECT_EQ(token["metadata"]["lastModifiedDate"], nullptr);
}

TEST(StubServerPost, FillsInWhatIsLeftOut) {
  StubServer stub;
  RawClient client(stub);

  const Json properties = client.send("POST", tokens_path(), named("plain")).json()["properties"];

  EXPECT_EQ(properties["status"], "enabled");
  EXPECT_EQ(properties["expiryDate"], nullptr);
  EXPECT_EQ(properties["scopes"], Json::array());
}

TEST(StubServerPost, NamesTheTokenInLocation) {
  StubServer stub;
  RawClient client(stub);

  const auto response = client.send("POST", tokens_path(), named("plain"));

  EXPECT_EQ(response.header("Location"), stub.url() + "/registries/" +
                                             StubServer::registry().text() + "/tokens/" +
                                             response.json()["id"].get<std::string>());
}

TEST(StubServerPost, GivesEachTokenAPasswordOfItsOwn) {
  StubServer stub;
  RawClient client(stub);

  std::set<std::string> passwords;
  for (const char* name : {"one", "two", "three"}) {
    const Json token = client.send("POST", tokens_path(), named(name)).json();
    passwords.insert(token["properties"]["credentials"]["password"].get<std::string>());
  }

  EXPECT_EQ(passwords.size(), 3u);
  EXPECT_EQ(passwords.count(""), 0u);
}

TEST(StubServerPassword, IsShownByTheResponseThatCreatesAndByNoOther) {
  StubServer stub;
  RawClient client(stub);
  const auto created = client.send("POST", tokens_path(), named("plain"));
  const std::string password = created.json()["properties"]["credentials"]["password"];
  const std::string path = path_of(created);

  const RawClient::Response later[] = {client.get(path), client.get(tokens_path()),
                                       client.send("PATCH", path, R"({"status":"disabled"})"),
                                       client.send("PUT", path, named("plain"))};

  for (const auto& response : later) {
    ASSERT_EQ(response.status, 200);
    EXPECT_EQ(response.body.find(password), std::string::npos);
    EXPECT_NE(response.body.find(R"("password":"")"), std::string::npos);
  }
}

TEST(StubServerFind, ShowsTheTokenWithItsAddress) {
  StubServer stub;
  RawClient client(stub);
  const auto created = client.send("POST", tokens_path(), whole_body);

  const Json found = client.get(path_of(created)).json();

  EXPECT_EQ(found["id"], created.json()["id"]);
  EXPECT_EQ(found["href"], created.header("Location"));
  EXPECT_EQ(found["metadata"], created.json()["metadata"]);
}

TEST(StubServerPatch, KeepsWhatIsAbsent) {
  StubServer stub;
  RawClient client(stub);
  const auto created = client.send("POST", tokens_path(), whole_body);

  const auto response = client.send("PATCH", path_of(created), R"({"status":"enabled"})");

  ASSERT_EQ(response.status, 200);
  Json expected = created.json()["properties"];
  expected["status"] = "enabled";
  expected["credentials"]["password"] = "";
  EXPECT_EQ(response.json()["properties"], expected);
}

TEST(StubServerPatch, RemovesWhatIsNull) {
  StubServer stub;
  RawClient client(stub);
  const auto created = client.send("POST", tokens_path(), whole_body);

  const Json patched =
      client.send("PATCH", path_of(created), R"({"expiryDate":null,"scopes":null})").json();

  EXPECT_EQ(patched["properties"]["expiryDate"], nullptr);
  EXPECT_EQ(patched["properties"]["scopes"], Json::array());
}

TEST(StubServerPatch, ReplacesWhatIsGiven) {
  StubServer stub;
  RawClient client(stub);
  const auto created = client.send("POST", tokens_path(), whole_body);

  const Json patched = client
                           .send("PATCH", path_of(created),
                                 R"({"expiryDate":"2100-01-01T00:00:00Z",
                                     "scopes":[{"type":"registry","name":"*","actions":[]}]})")
                           .json();

  EXPECT_EQ(patched["properties"]["expiryDate"], "2100-01-01T00:00:00Z");
  EXPECT_EQ(patched["properties"]["scopes"],
            Json::parse(R"([{"type":"registry","name":"*","actions":[]}])"));
}

TEST(StubServerPatch, TellsWhoChangedTheToken) {
  StubServer stub;
  RawClient client(stub);
  const auto created = client.send("POST", tokens_path(), named("plain"));

  const Json metadata =
      client.send("PATCH", path_of(created), R"({"status":"disabled"})").json()["metadata"];

  EXPECT_EQ(metadata["state"], "disabled");
  EXPECT_TRUE(metadata["lastModifiedBy"].is_string());
  EXPECT_TRUE(metadata["lastModifiedByUserId"].is_string());
  EXPECT_TRUE(metadata["lastModifiedDate"].is_string());
}

TEST(StubServerPut, CreatesTheTokenWithThatId) {
  StubServer stub;
  RawClient client(stub);

  const auto response = client.send("PUT", tokens_path() + "/my-id", named("plain"));

  ASSERT_EQ(response.status, 201);
  EXPECT_EQ(response.json()["id"], "my-id");
  EXPECT_NE(response.json()["properties"]["credentials"]["password"], "");
  EXPECT_EQ(client.get(tokens_path() + "/my-id").status, 200);
}

TEST(StubServerPut, SetsBackWhatIsLeftOutOfAReplacement) {
  StubServer stub;
  RawClient client(stub);
  const auto created = client.send("POST", tokens_path(), whole_body);

  const auto response = client.send("PUT", path_of(created), named("ci-pull"));

  ASSERT_EQ(response.status, 200);
  EXPECT_EQ(response.json()["properties"]["status"], "enabled");
  EXPECT_EQ(response.json()["properties"]["expiryDate"], nullptr);
  EXPECT_EQ(response.json()["properties"]["scopes"], Json::array());
}

TEST(StubServerDelete, GetsAResponseWithoutABodyAndThen404) {
  StubServer stub;
  RawClient client(stub);
  const std::string path = path_of(client.send("POST", tokens_path(), named("plain")));

  const auto first = client.send("DELETE", path);
  const auto second = client.send("DELETE", path);

  EXPECT_EQ(first.status, 204);
  EXPECT_EQ(first.body, "");
  EXPECT_EQ(first.header("Content-Length"), "");
  EXPECT_EQ(second.status, 404);
}

TEST(StubServerDelete, MakesTheNameFree) {
  StubServer stub;
  RawClient client(stub);
  client.send("DELETE", path_of(client.send("POST", tokens_path(), named("plain"))));

  EXPECT_EQ(client.send("POST", tokens_path(), named("plain")).status, 201);
}

TEST(StubServerRegistry, KeepsItsTokensApartFromOthers) {
  StubServer stub;
  stub.add_registry("other");
  RawClient client(stub);

  client.send("POST", "/containerregistries/registries/other/tokens", named("plain"));

  EXPECT_EQ(stub.tokens("other").size(), 1u);
  EXPECT_EQ(stub.tokens(StubServer::registry()).size(), 0u);
}

TEST(StubServerPath, KeepsAnEncodedSlashInsideAnId) {
  StubServer stub;
  stub.add_registry("team/app ü");
  RawClient client(stub);

  const std::string path = "/containerregistries/registries/team%2Fapp%20%C3%BC/tokens/a%2Fb%3F";
  const auto response = client.send("PUT", path, named("odd"));

  ASSERT_EQ(response.status, 201);
  EXPECT_EQ(response.json()["id"], "a/b?");
  EXPECT_EQ(client.get(path).json()["href"],
            stub.url() + "/registries/team%2Fapp%20%C3%BC/tokens/a%2Fb%3F");
}

}  // namespace
