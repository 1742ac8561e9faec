// SPDX-License-Identifier: Apache-2.0
#include "curl/tls_library.hpp"

#include <curl/curl.h>

#include <algorithm>
#include <iterator>

namespace ionoscloud::container_registry {
inline namespace v0 {

std::string tls_library() {
  const char* const library = curl_version_info(CURLVERSION_NOW)->ssl_version;
  return library == nullptr ? "" : library;
}

bool is_of_the_system(std::string_view tls_library) noexcept {
  constexpr std::string_view of_systems[] = {"Schannel", "SecureTransport"};
  return std::any_of(std::begin(of_systems), std::end(of_systems), [&](std::string_view one) {
    return tls_library.substr(0, one.size()) == one;
  });
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
