// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "testing/routes.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace testing::stub {

/// @{
/// Carries out one operation. Throws `Rejection` where the service would reject the request.
[[nodiscard]] HttpResponse find_registry(const RoutedRequest& request);
[[nodiscard]] HttpResponse list_tokens(const RoutedRequest& request);
[[nodiscard]] HttpResponse create_token(const RoutedRequest& request);
[[nodiscard]] HttpResponse find_token(const RoutedRequest& request);
[[nodiscard]] HttpResponse patch_token(const RoutedRequest& request);
[[nodiscard]] HttpResponse put_token(const RoutedRequest& request);
[[nodiscard]] HttpResponse remove_token(const RoutedRequest& request);
/// @}

}  // namespace testing::stub
}  // namespace v0
}  // namespace ionoscloud::container_registry
