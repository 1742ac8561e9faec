// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace testing::stub {

/// The target of a request, split before it is decoded: an encoded `/` doesn't end a segment.
struct RequestTarget {
  std::vector<std::string> segments;
  std::vector<std::pair<std::string, std::string>> query;

  /// The first value of that name in the query.
  [[nodiscard]] std::optional<std::string_view> parameter(std::string_view name) const;
};

/// Reads a path with or without a query. No value when it doesn't begin with `/` or has an invalid
/// percent escape.
[[nodiscard]] std::optional<RequestTarget> parse_target(std::string_view target);

}  // namespace testing::stub
}  // namespace v0
}  // namespace ionoscloud::container_registry
