// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <random>
#include <string>

#include <ionoscloud/container_registry/models/resource.hpp>
#include <ionoscloud/container_registry/secret.hpp>
#include <ionoscloud/container_registry/timestamp.hpp>

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace testing::stub {

/// The account that creates and changes all resources of the stub, by name and by id.
inline constexpr const char* account = "stub@example.com";
inline constexpr const char* account_id = "0c3f8d0a-5d1e-4f6b-8a42-97b1e6c5d230";

/// The metadata of a resource that the stub's account creates now.
inline ApiResourceMetadata created_now(const std::string& state) {
  ApiResourceMetadata metadata;
  metadata.created_by = account;
  metadata.created_by_user_id = account_id;
  metadata.created_date = Timestamp::now();
  metadata.state = state;
  return metadata;
}

/// Sets who changed a resource, and when: the stub's account, now.
inline void mark_changed(ApiResourceMetadata& metadata) {
  metadata.last_modified_by = account;
  metadata.last_modified_by_user_id = account_id;
  metadata.last_modified_date = Timestamp::now();
}

/// Random ids and passwords, as the service generates them.
class RandomText {
 public:
  /// A UUID.
  [[nodiscard]] std::string id();
  [[nodiscard]] Secret password();

 private:
  std::random_device random_;
};

/// A date in the format of HTTP headers: `Wed, 25 Nov 2026 20:38:18 GMT`.
[[nodiscard]] std::string http_date(Timestamp moment);

}  // namespace testing::stub
}  // namespace v0
}  // namespace ionoscloud::container_registry
