// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <ionoscloud/container_registry/testing/stub_server.hpp>
#include <ionoscloud/container_registry/transport.hpp>

#include "testing/request_target.hpp"
#include "testing/store.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace testing::stub {

/// A request, with the parts that its operation needs.
struct RoutedRequest {
  const ReceivedRequest& request;
  const RequestTarget& target;
  /// The parameters of the path, in their order.
  const std::vector<std::string>& arguments;
  /// The URL of the resource that the path names.
  const std::string& address;
  Store& store;

  /// The registry that the path begins with. Rejects an unknown one.
  [[nodiscard]] Registry& registry() const { return store.registries.at(arguments.at(0)); }
};

/// An operation of the stub.
struct Route {
  std::string_view method;
  /// The path after the base URL, with parameters in braces.
  std::string_view path;
  HttpResponse (*handle)(const RoutedRequest&);
};

/// All operations of the stub, a row each.
[[nodiscard]] const std::vector<Route>& routes();

/// The route for a path and a method.
struct Destination {
  /// Null when the path doesn't have the method.
  const Route* route = nullptr;
  std::vector<std::string> arguments;
  /// The methods that the path has, as the header `Allow` lists them. Empty for a path that the
  /// API doesn't have.
  std::string allowed;
};

/// The destination of a request whose path has these segments after the base URL.
[[nodiscard]] Destination find_route(std::string_view method,
                                     const std::vector<std::string>& segments);

}  // namespace testing::stub
}  // namespace v0
}  // namespace ionoscloud::container_registry
