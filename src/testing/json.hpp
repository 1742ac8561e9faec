// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <initializer_list>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>

#include <ionoscloud/container_registry/models/resource.hpp>
#include <ionoscloud/container_registry/transport.hpp>

/// @file
/// The JSON of the stub. It names each JSON member once more, and uses another JSON library than
/// the SDK, so that tests detect a mistake on either side.

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace testing::stub {

using Json = nlohmann::ordered_json;

/// Rejects a body that isn't JSON.
[[nodiscard]] Json parse(const std::string& body);

/// Reads a JSON object of a request. Throws `Rejection` with 400 for what the contract forbids.
class ObjectReader {
 public:
  ObjectReader(const Json& object, std::string path);

  void allow_only(std::initializer_list<std::string_view> names) const;
  /// Null when the member isn't there.
  [[nodiscard]] const Json* find(const char* name) const;
  [[nodiscard]] const Json& required(const char* name) const;
  [[nodiscard]] std::string required_text(const char* name) const;
  [[nodiscard]] std::string path_of(const char* name) const { return path_ + "." + name; }

 private:
  const Json& object_;
  std::string path_;
};

[[nodiscard]] inline Json or_null(const std::optional<std::string>& text) {
  return text ? Json(*text) : Json(nullptr);
}
[[nodiscard]] inline Json or_null(const std::optional<Timestamp>& date) {
  return date ? Json(date->to_string()) : Json(nullptr);
}

[[nodiscard]] Json metadata_json(const ApiResourceMetadata& metadata);

/// The body of an error, in the format of the service.
[[nodiscard]] Json error_json(int status, const std::string& message);

[[nodiscard]] HttpResponse json_response(int status, const Json& body);
/// A response with the body of an error.
[[nodiscard]] HttpResponse error_response(int status, const std::string& message);

}  // namespace testing::stub
}  // namespace v0
}  // namespace ionoscloud::container_registry
