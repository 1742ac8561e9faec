// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include <ionoscloud/container_registry/api_client.hpp>
#include <ionoscloud/container_registry/api_response.hpp>
#include <ionoscloud/container_registry/call_options.hpp>
#include <ionoscloud/container_registry/transport.hpp>

/// @file
/// The list of operations for all tests. `ApiOperations.AreThoseOfTheLibrary` names one that is
/// missing. It knows the library's public headers alone.

namespace ionoscloud::container_registry {
inline namespace v0 {

/// The parameters of an operation's path, in their order.
using PathArguments = std::vector<std::string>;

/// An operation of the API as tests call it.
struct ApiOperation {
  /// Makes the call with this path, and otherwise with arguments that are fine.
  using Call = std::function<HttpInfo(const ApiClient&, const PathArguments&, const CallOptions&)>;
  /// What a healthy service responds to a request with this path and this body.
  using Response = HttpResponse (*)(const PathArguments&, const std::string& body);

  /// The API's operation id.
  std::string name;
  /// Arguments that are fine: those of the contract's examples.
  PathArguments path;
  Response response;
  /// The form that waits, and the other one, waited for.
  Call call;
  Call async_call;
};

/// Every operation of the library.
[[nodiscard]] const std::vector<ApiOperation>& api_operations();

/// The one of that name. Throws `std::out_of_range` for another name.
[[nodiscard]] const ApiOperation& api_operation(std::string_view name);

}  // namespace v0
}  // namespace ionoscloud::container_registry
