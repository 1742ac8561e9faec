// SPDX-License-Identifier: Apache-2.0
#include "curl/http_date.hpp"

#include <curl/curl.h>

#include <ctime>

namespace ionoscloud::container_registry {
inline namespace v0 {

std::optional<HttpDate> parse_http_date(const std::string& text) {
  // libcurl reads up to the first NUL, and would take the beginning of a text for all of it.
  if (text.find('\0') != std::string::npos) return std::nullopt;
  const std::time_t moment = curl_getdate(text.c_str(), nullptr);
  if (moment == -1) return std::nullopt;
  return HttpDate(std::chrono::seconds(moment));
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
