// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include <ionoscloud/container_registry/timestamp.hpp>

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace testing::stub {

/// A moment as HTTP's headers have it: `Wed, 25 Nov 2026 20:38:18 GMT`.
[[nodiscard]] std::string http_date(Timestamp moment);

}  // namespace testing::stub
}  // namespace v0
}  // namespace ionoscloud::container_registry
