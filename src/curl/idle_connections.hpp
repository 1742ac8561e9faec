// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <curl/curl.h>

namespace ionoscloud::container_registry {
inline namespace v0 {

/// Closes the connections of a multi handle, or those that it shares by `share`, that nobody has
/// used for two seconds. Nothing may be under way. Throws `std::bad_alloc`.
void close_idle_connections(CURLM* multi, CURLSH* share);

}  // namespace v0
}  // namespace ionoscloud::container_registry
