// SPDX-License-Identifier: Apache-2.0
#include "testing/handlers.hpp"

#include "testing/json.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace testing::stub {
namespace {

/// One that runs, and in which nothing is kept.
Json properties_json(const Registry& registry) {
  Json json;
  json["name"] = registry.name;
  json["location"] = "de/fra";
  json["hostname"] = registry.name + ".cr.de-fra.ionos.com";
  json["storageUsage"] = {{"bytes", 0}, {"updatedAt", nullptr}};
  // The service switches it on unless it is told not to.
  json["features"]["vulnerabilityScanning"]["enabled"] = true;
  json["apiSubnetAllowList"] = Json::array();
  return json;
}

}  // namespace

HttpResponse find_registry(const RoutedRequest& request) {
  const Registry& registry = request.registry();
  Json json;
  json["id"] = registry.id;
  json["type"] = "registry";
  json["href"] = request.address;
  json["metadata"] = metadata_json(registry.metadata);
  json["properties"] = properties_json(registry);
  return json_response(200, json);
}

}  // namespace testing::stub
}  // namespace v0
}  // namespace ionoscloud::container_registry
