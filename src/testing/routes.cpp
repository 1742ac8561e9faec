// SPDX-License-Identifier: Apache-2.0
#include "testing/routes.hpp"

#include <optional>
#include <utility>

#include "testing/handlers.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace testing::stub {
namespace {

constexpr std::string_view registry_path = "/registries/{registryId}";
constexpr std::string_view tokens_path = "/registries/{registryId}/tokens";
constexpr std::string_view token_path = "/registries/{registryId}/tokens/{tokenId}";

/// The values of the parameters of `path`, if the segments match it.
std::optional<std::vector<std::string>> arguments_of(std::string_view path,
                                                     const std::vector<std::string>& segments) {
  std::vector<std::string> arguments;
  for (const std::string& segment : segments) {
    if (path.empty()) return std::nullopt;
    path.remove_prefix(1);
    const std::string_view wanted = path.substr(0, path.find('/'));
    path.remove_prefix(wanted.size());
    const bool is_parameter = wanted.front() == '{';
    if (is_parameter ? segment.empty() : segment != wanted) return std::nullopt;
    if (is_parameter) arguments.push_back(segment);
  }
  if (!path.empty()) return std::nullopt;
  return arguments;
}

}  // namespace

const std::vector<Route>& routes() {
  // clang-format off
  static const std::vector<Route> all = {
      {"GET",    registry_path, &find_registry},
      {"GET",    tokens_path,   &list_tokens},
      {"POST",   tokens_path,   &create_token},
      {"GET",    token_path,    &find_token},
      {"PATCH",  token_path,    &patch_token},
      {"PUT",    token_path,    &put_token},
      {"DELETE", token_path,    &remove_token},
  };
  // clang-format on
  return all;
}

Destination find_route(std::string_view method, const std::vector<std::string>& segments) {
  Destination destination;
  for (const Route& route : routes()) {
    auto arguments = arguments_of(route.path, segments);
    if (!arguments) continue;
    destination.allowed.append(destination.allowed.empty() ? "" : ", ").append(route.method);
    if (route.method != method) continue;
    destination.route = &route;
    destination.arguments = std::move(*arguments);
  }
  return destination;
}

}  // namespace testing::stub
}  // namespace v0
}  // namespace ionoscloud::container_registry
