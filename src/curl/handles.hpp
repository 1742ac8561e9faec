// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <curl/curl.h>

#include <memory>

namespace ionoscloud::container_registry {
inline namespace v0 {

/// Owners of libcurl's handles.
struct EasyCleanup {
  void operator()(CURL* handle) const noexcept { curl_easy_cleanup(handle); }
};
struct MultiCleanup {
  void operator()(CURLM* handle) const noexcept { curl_multi_cleanup(handle); }
};
struct ShareCleanup {
  void operator()(CURLSH* handle) const noexcept { curl_share_cleanup(handle); }
};
struct UrlCleanup {
  void operator()(CURLU* handle) const noexcept { curl_url_cleanup(handle); }
};
using EasyHandle = std::unique_ptr<CURL, EasyCleanup>;
using MultiHandle = std::unique_ptr<CURLM, MultiCleanup>;
using ShareHandle = std::unique_ptr<CURLSH, ShareCleanup>;
using UrlHandle = std::unique_ptr<CURLU, UrlCleanup>;

/// Makes libcurl ready for use in this process, once. It stays ready until the process ends: nobody
/// can know that the last user of libcurl has gone. Throws `std::runtime_error` when libcurl can't
/// be set up or is older than 7.80.
void initialize_libcurl();

/// Whether libcurl was built with HTTP/2. Otherwise it refuses the options that ask for it.
[[nodiscard]] bool libcurl_speaks_http2() noexcept;

/// New handles. They throw `std::bad_alloc`; a multi handle `std::system_error` too, when there is
/// no file descriptor left.
[[nodiscard]] EasyHandle make_easy_handle();
[[nodiscard]] MultiHandle make_multi_handle();
[[nodiscard]] ShareHandle make_share_handle();
[[nodiscard]] UrlHandle make_url_handle();

}  // namespace v0
}  // namespace ionoscloud::container_registry
