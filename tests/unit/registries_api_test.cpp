// SPDX-License-Identifier: Apache-2.0
#include <ionoscloud/container_registry/registries_api.hpp>

#include <gtest/gtest.h>

#include <optional>
#include <string>

#include <nlohmann/json.hpp>

#include <ionoscloud/container_registry/exceptions.hpp>

#include "support/caught.hpp"
#include "support/responses.hpp"
#include "support/tokens_api_test.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

const std::string id = "4b8d2f0e-6c1a-4f3b-9a57-0d2c8e1f7a60";

class RegistriesApiTest : public TokensApiTest {
 protected:
  /// Reads the registry, when the service responds with `body`.
  RegistryResponse read(const nlohmann::json& body) {
    transport->respond(200, body.dump());
    return registries.registries_find_by_id(id);
  }

  const RegistriesApi registries{client};
};

TEST_F(RegistriesApiTest, ReadsARegistry) {
  const RegistryResponse registry = read(registry_json(id, "team-images"));

  EXPECT_EQ(request().method, HttpMethod::get);
  EXPECT_EQ(request().url, "https://api.ionos.com/containerregistries/registries/" + id);
  EXPECT_EQ(registry.id, RegistryId(id));
  EXPECT_EQ(registry.metadata.state, ResourceState::running);
  EXPECT_EQ(registry.properties.hostname, "team-images.cr.de-fra.ionos.com");
  EXPECT_EQ(registry.properties.storage_usage.value().bytes, 389);
  EXPECT_TRUE(registry.properties.features.value().vulnerability_scanning.value().enabled);
}

TEST_F(RegistriesApiTest, TakesItsIdInAnyCaseOfItsLetters) {
  EXPECT_EQ(read(registry_json("4B8D2F0E-6C1A-4F3B-9A57-0D2C8E1F7A60", "a")).properties.name, "a");
}

TEST_F(RegistriesApiTest, TakesNoOtherRegistry) {
  const auto error = caught<DecodeException>(
      [&] { read(registry_json("4b8d2f0e-6c1a-4f3b-9a57-0d2c8e1f7a61", "another")); });

  EXPECT_EQ(error.path(), "$.id");
}

TEST_F(RegistriesApiTest, KeepsADayThatItDoesNotKnow) {
  nlohmann::json body = registry_json(id, "team-images");
  body["properties"]["garbageCollectionSchedule"] = {{"days", {"Monday", "Restday"}},
                                                     {"time", "01:23:00+00:00"}};

  const auto schedule = read(body).properties.garbage_collection_schedule.value();

  EXPECT_EQ(schedule.days, (std::vector<Day>{Day::monday, "Restday"}));
}

/// What `is_running` says of a state and a host name.
bool runs(const std::string& state, const std::optional<std::string>& hostname) {
  RegistryResponse registry;
  registry.metadata.state = state;
  registry.properties.hostname = hostname;
  return is_running(registry);
}

TEST(IsRunning, WantsTheStateAndAHostName) {
  EXPECT_TRUE(runs("Running", "a.example"));
  EXPECT_TRUE(runs("running", "a.example"));

  EXPECT_FALSE(runs("Running", std::nullopt));
  EXPECT_FALSE(runs("Running", ""));
  EXPECT_FALSE(runs("New", "a.example"));
  EXPECT_FALSE(runs("", "a.example"));
}

}  // namespace
}  // namespace v0
}  // namespace ionoscloud::container_registry
