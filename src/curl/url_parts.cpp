// SPDX-License-Identifier: Apache-2.0
#include "curl/url_parts.hpp"

#include <curl/curl.h>

#include <memory>
#include <new>
#include <utility>

#include "curl/newer_libcurl.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

struct UrlCleanup {
  void operator()(CURLU* url) const noexcept { curl_url_cleanup(url); }
};

struct CurlFree {
  void operator()(char* text) const noexcept { curl_free(text); }
};

using Url = std::unique_ptr<CURLU, UrlCleanup>;

/// Null when it isn't a URL.
Url parse(const std::string& url) {
  Url handle(curl_url());
  if (!handle) throw std::bad_alloc();
  const auto result =
      curl_url_set(handle.get(), CURLUPART_URL, url.c_str(), CURLU_NON_SUPPORT_SCHEME);
  return result == CURLUE_OK ? std::move(handle) : nullptr;
}

std::optional<std::string> part_of(CURLU* url, CURLUPart part, unsigned flags = 0) {
  char* text = nullptr;
  if (curl_url_get(url, part, &text, flags) != CURLUE_OK) return std::nullopt;
  const std::unique_ptr<char, CurlFree> owner(text);
  return std::string(text);
}

/// Whether the host reads as itself. libcurl looks for an address in it before it undoes escapes,
/// so that `%38` reads as the name `8`, which reads as the address 0.0.0.8.
bool host_is_final(const UrlParts& parts) {
  if (parts.host.empty()) return true;
  const Url url = parse(origin_of(parts));
  return url && part_of(url.get(), CURLUPART_HOST) == parts.host;
}

/// `https:/host`, which would be read as the port of a host named `https`.
bool lacks_slash(const std::string& url) {
  const std::size_t colon = url.find(':');
  return colon != std::string::npos && url.compare(colon, 2, ":/") == 0;
}

}  // namespace

std::optional<UrlParts> split_url(const std::string& url, const std::string& default_scheme) {
  // libcurl reads up to the first NUL, and would check less than what was given.
  if (url.find('\0') != std::string::npos) return std::nullopt;
  const bool has_scheme = url.find("://") != std::string::npos;
  if (!has_scheme && lacks_slash(url)) return std::nullopt;
  const Url handle = parse(has_scheme ? url : default_scheme + "://" + url);
  if (!handle) return std::nullopt;

  UrlParts parts;
  parts.scheme = part_of(handle.get(), CURLUPART_SCHEME).value_or("");
  parts.user = part_of(handle.get(), CURLUPART_USER, CURLU_URLDECODE).value_or("");
  parts.password = part_of(handle.get(), CURLUPART_PASSWORD, CURLU_URLDECODE).value_or("");
  parts.host = part_of(handle.get(), CURLUPART_HOST).value_or("");
  parts.zone = part_of(handle.get(), CURLUPART_ZONEID).value_or("");
  parts.port = part_of(handle.get(), CURLUPART_PORT).value_or("");
  parts.path = part_of(handle.get(), CURLUPART_PATH).value_or("/");
  parts.has_query = part_of(handle.get(), CURLUPART_QUERY, newer_libcurl::get_empty).has_value();
  parts.has_fragment =
      part_of(handle.get(), CURLUPART_FRAGMENT, newer_libcurl::get_empty).has_value();
  if (!host_is_final(parts)) return std::nullopt;
  return parts;
}

std::string origin_of(const UrlParts& parts) {
  std::string host = parts.host;
  if (!parts.zone.empty()) host.insert(host.size() - 1, "%25" + parts.zone);
  return parts.scheme + "://" + host + (parts.port.empty() ? "" : ":" + parts.port);
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
