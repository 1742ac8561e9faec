// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <curl/curl.h>

/// @file
/// What newer libcurl has, by its number: the program may run with a newer libcurl than it was
/// built with.

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace newer_libcurl {

/// `CURLE_TOO_LARGE`, of headers since 8.6.
inline constexpr auto too_large = static_cast<CURLcode>(100);

/// `CURLU_GET_EMPTY`: from 8.8 on an empty query is told from none only with it. An older one
/// ignores it.
inline constexpr unsigned get_empty = 1U << 14U;

/// `CURLMOPT_QUICK_EXIT`: from 8.20 on DNS lookups are the multi handle's, which waits for those
/// that hang unless it is set. An older one doesn't know it, and doesn't wait.
inline constexpr auto quick_exit = static_cast<CURLMoption>(21);

}  // namespace newer_libcurl
}  // namespace v0
}  // namespace ionoscloud::container_registry
