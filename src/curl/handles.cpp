// SPDX-License-Identifier: Apache-2.0
#include "curl/handles.hpp"

#include <openssl/crypto.h>

#include <new>
#include <stdexcept>
#include <string>
#include <system_error>

#include "curl/newer_libcurl.hpp"
#include "system/load_order.hpp"
#include "system/socket.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

/// The first version with `CURLOPT_PREREQFUNCTION`, without which a POST can run twice.
constexpr unsigned int oldest_version = 0x075000;
static_assert(LIBCURL_VERSION_NUM >= oldest_version, "libcurl 7.80 or newer is needed");

#ifdef OPENSSL_INIT_NO_ATEXIT
/// OpenSSL frees all it has when the process exits: before the destructors of objects that are
/// older than its first use, and while other threads go on. Whoever uses it first decides that it
/// doesn't, for the whole process. What it has is the system's to take back anyway.
struct OpenSslStays {
  OpenSslStays() noexcept { OPENSSL_init_crypto(OPENSSL_INIT_NO_ATEXIT, nullptr); }
};
IONOSCLOUD_CR_BEFORE_THE_PROGRAM const OpenSslStays openssl_stays;
#endif

template <class Handle>
Handle owned(typename Handle::pointer handle) {
  if (handle == nullptr) throw std::bad_alloc();
  return Handle(handle);
}

}  // namespace

void initialize_libcurl() {
  static const CURLcode result = curl_global_init(CURL_GLOBAL_DEFAULT);
  if (result != CURLE_OK) {
    throw std::runtime_error(std::string("libcurl can't be set up: ") + curl_easy_strerror(result));
  }
  const curl_version_info_data* version = curl_version_info(CURLVERSION_NOW);
  if (version->version_num < oldest_version) {
    throw std::runtime_error(std::string("libcurl ") + version->version +
                             " is too old: 7.80 or newer is needed");
  }
}

bool libcurl_speaks_http2() noexcept {
  return (curl_version_info(CURLVERSION_NOW)->features & CURL_VERSION_HTTP2) != 0;
}

EasyHandle make_easy_handle() { return owned<EasyHandle>(curl_easy_init()); }

MultiHandle make_multi_handle() {
  MultiHandle multi(curl_multi_init());
  if (!multi && has_free_descriptor()) throw std::bad_alloc();
  // Without a free file descriptor libcurl makes one that can't be woken, and says nothing.
  if (!multi || curl_multi_wakeup(multi.get()) != CURLM_OK) {
    throw std::system_error(std::make_error_code(std::errc::too_many_files_open),
                            "no file descriptor is left");
  }
  curl_multi_setopt(multi.get(), newer_libcurl::quick_exit, 1L);
  return multi;
}

ShareHandle make_share_handle() { return owned<ShareHandle>(curl_share_init()); }

UrlHandle make_url_handle() { return owned<UrlHandle>(curl_url()); }

}  // namespace v0
}  // namespace ionoscloud::container_registry
