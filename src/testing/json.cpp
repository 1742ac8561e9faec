// SPDX-License-Identifier: Apache-2.0
#include "testing/json.hpp"

#include <algorithm>
#include <utility>

#include "testing/rejection.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace testing::stub {

Json parse(const std::string& body) {
  Json parsed = Json::parse(body, nullptr, /*allow_exceptions=*/false);
  if (parsed.is_discarded()) reject("the body is not JSON");
  return parsed;
}

ObjectReader::ObjectReader(const Json& object, std::string path)
    : object_(object), path_(std::move(path)) {
  if (!object.is_object()) reject(path_ + " must be an object");
}

void ObjectReader::allow_only(std::initializer_list<std::string_view> names) const {
  for (const auto& member : object_.items()) {
    if (std::find(names.begin(), names.end(), member.key()) == names.end()) {
      reject(path_ + " has a member that the API doesn't know: " + member.key());
    }
  }
}

const Json* ObjectReader::find(const char* name) const {
  const auto member = object_.find(name);
  return member == object_.end() ? nullptr : &*member;
}

const Json& ObjectReader::required(const char* name) const {
  const Json* member = find(name);
  if (member == nullptr) reject(path_of(name) + " is missing");
  return *member;
}

std::string ObjectReader::required_text(const char* name) const {
  const Json& member = required(name);
  if (!member.is_string()) reject(path_of(name) + " must be text");
  return member.get<std::string>();
}

// Member by member: initializer lists take twice as long, which matters for long pages.
Json metadata_json(const ApiResourceMetadata& metadata) {
  Json json;
  json["createdBy"] = metadata.created_by;
  json["createdByUserId"] = metadata.created_by_user_id;
  json["createdDate"] = metadata.created_date.to_string();
  json["lastModifiedBy"] = or_null(metadata.last_modified_by);
  json["lastModifiedByUserId"] = or_null(metadata.last_modified_by_user_id);
  json["lastModifiedDate"] = or_null(metadata.last_modified_date);
  json["state"] = metadata.state.text();
  return json;
}

Json error_json(int status, const std::string& message) {
  const Json error = {{"errorCode", "stub-" + std::to_string(status)}, {"message", message}};
  return {{"httpStatus", status}, {"messages", Json::array({error})}};
}

HttpResponse json_response(int status, const Json& body) {
  // An id may hold any bytes, JSON only UTF-8.
  return {status,
          {{"Content-Type", "application/json"}},
          body.dump(-1, ' ', false, Json::error_handler_t::replace)};
}

HttpResponse error_response(int status, const std::string& message) {
  return json_response(status, error_json(status, message));
}

}  // namespace testing::stub
}  // namespace v0
}  // namespace ionoscloud::container_registry
