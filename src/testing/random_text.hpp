// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <random>
#include <string>

#include <ionoscloud/container_registry/secret.hpp>

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace testing::stub {

/// What the service draws.
class RandomText {
 public:
  /// A UUID.
  [[nodiscard]] std::string id();
  [[nodiscard]] Secret password();

 private:
  std::random_device random_;
};

}  // namespace testing::stub
}  // namespace v0
}  // namespace ionoscloud::container_registry
