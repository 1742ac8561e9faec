// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <curl/curl.h>

namespace ionoscloud::container_registry {
inline namespace v0 {

/// The versions from which on libcurl has a way of its own with what the library would refuse.
namespace libcurl {

/// Refuses a second, different `Content-Length`, and reads nothing behind it.
constexpr unsigned int refuses_two_lengths = 0x081100;
/// Joins a folded header line to one.
constexpr unsigned int unfolds_lines = 0x081200;
/// Refuses a CR within a header line, and reads nothing behind it.
constexpr unsigned int refuses_bare_cr = 0x081500;

}  // namespace libcurl

/// Whether the libcurl that runs is that version or a newer one.
[[nodiscard]] inline bool libcurl_is_from(unsigned int version) {
  return curl_version_info(CURLVERSION_NOW)->version_num >= version;
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
