// SPDX-License-Identifier: Apache-2.0
#include "curl/easy_options.hpp"

#include <new>
#include <stdexcept>
#include <string>

#include "curl/tls_library.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

/// An option that is left alone when there is nothing to set it to.
void set_unless_empty(CURL* easy, CURLoption option, const std::string& value) {
  if (!value.empty()) set_option(easy, option, value.c_str());
}

void set_unless_empty(CURL* easy, CURLoption option, const Secret& value) {
  if (!value.empty()) set_option(easy, option, value.expose().data());
}

void set_http_options(CURL* easy) {
  set_option(easy, CURLOPT_HTTP09_ALLOWED, 0L);
  set_option(easy, CURLOPT_FOLLOWLOCATION, 0L);
  // `Authorization` is for the service; a proxy gets no header of ours with CONNECT.
  set_option(easy, CURLOPT_HEADEROPT, CURLHEADER_SEPARATE);
#if LIBCURL_VERSION_NUM >= 0x075500
  set_option(easy, CURLOPT_PROTOCOLS_STR, "http,https");
#else
  set_option(easy, CURLOPT_PROTOCOLS, CURLPROTO_HTTP | CURLPROTO_HTTPS);
#endif
  // Cookies, .netrc, HSTS, Alt-Svc and content decoding are off unless asked for, and aren't.
}

void set_connection_options(CURL* easy, long receive_buffer) {
  set_option(easy, CURLOPT_NOSIGNAL, 1L);
  set_option(easy, CURLOPT_BUFFERSIZE, receive_buffer);
  // Firewalls forget a connection that is silent, be it since the service takes its time.
  set_option(easy, CURLOPT_TCP_KEEPALIVE, 1L);
  set_option(easy, CURLOPT_TCP_KEEPIDLE, 30L);
  set_option(easy, CURLOPT_TCP_KEEPINTVL, 10L);
#if LIBCURL_VERSION_NUM >= 0x075700
  // Otherwise the thread of a hung name DNS lookup is waited for.
  set_option(easy, CURLOPT_QUICK_EXIT, 1L);
#endif
}

/// The options that name authorities, for the service's certificate or for a proxy's.
struct AuthorityOptions {
  CURLoption file;
  CURLoption blob;
  CURLoption folder;
  CURLoption ssl_options;
};

void set_authorities(CURL* easy, const TlsOptions& tls, const AuthorityOptions& options) {
  if (tls.ca_file.empty() && tls.ca_directory.empty() && tls.ca_pem.empty()) {
    // Where OpenSSL has no files of the system's authorities, they are in a store of the system.
    set_option(easy, options.ssl_options, CURLSSLOPT_NATIVE_CA);
    return;
  }
  // Both are set even when they are empty: the system's would be trusted beside the others.
  set_option(easy, options.file, tls.ca_file.empty() ? nullptr : tls.ca_file.c_str());
  if (!is_of_the_system(tls_library())) {
    set_option(easy, options.folder, tls.ca_directory.empty() ? nullptr : tls.ca_directory.c_str());
  }
  if (!tls.ca_pem.empty()) {
    std::string pem = tls.ca_pem;
    curl_blob blob{pem.data(), pem.size(), CURL_BLOB_COPY};
    set_option(easy, options.blob, &blob);
  }
}

/// Files may be replaced while a client lives, and an authority that went is to be trusted no more.
void notice_replaced_files(CURL* easy, const TlsOptions& tls) {
#if LIBCURL_VERSION_NUM >= 0x075700
  // It would keep what it has read for a day.
  set_option(easy, CURLOPT_CA_CACHE_TIMEOUT, 0L);
#endif
  if (tls.ca_file.empty() && tls.ca_directory.empty() && tls.client_certificate_file.empty())
    return;
  // A resumed session and a kept connection check nothing anew.
  constexpr long oldest_connection_in_seconds = 60;
  set_option(easy, CURLOPT_SSL_SESSIONID_CACHE, 0L);
  set_option(easy, CURLOPT_MAXLIFETIME_CONN, oldest_connection_in_seconds);
}

void set_tls_options(CURL* easy, const TlsOptions& tls) {
  set_option(easy, CURLOPT_SSL_VERIFYPEER, 1L);
  set_option(easy, CURLOPT_SSL_VERIFYHOST, 2L);
  set_option(easy, CURLOPT_SSLVERSION, CURL_SSLVERSION_TLSv1_2);
  set_authorities(easy, tls,
                  {CURLOPT_CAINFO, CURLOPT_CAINFO_BLOB, CURLOPT_CAPATH, CURLOPT_SSL_OPTIONS});
  notice_replaced_files(easy, tls);
  if (!tls.pinned_certificates.empty()) {
    set_option(easy, CURLOPT_CERTINFO, 1L);
    // A resumed session shows no certificate.
    set_option(easy, CURLOPT_SSL_SESSIONID_CACHE, 0L);
  }
  set_unless_empty(easy, CURLOPT_SSLCERT, tls.client_certificate_file);
  set_unless_empty(easy, CURLOPT_SSLKEY, tls.client_key_file);
  // Set even when it is empty: OpenSSL would ask on the terminal.
  set_option(easy, CURLOPT_KEYPASSWD, tls.client_key_passphrase.expose().data());
}

void set_proxy_options(CURL* easy, const TransferSettings& settings) {
  const ProxyOptions& proxy = settings.proxy;
  // Set even when they are empty: libcurl would look into the environment. `no_proxy` was judged
  // when the client was made.
  set_option(easy, CURLOPT_PROXY, proxy.url.c_str());
  set_option(easy, CURLOPT_NOPROXY, "");
  if (proxy.url.empty()) return;

  set_unless_empty(easy, CURLOPT_PROXYUSERNAME, proxy.username);
  set_unless_empty(easy, CURLOPT_PROXYPASSWORD, proxy.password);
  set_option(easy, CURLOPT_PROXYAUTH, CURLAUTH_BASIC);
  set_option(easy, CURLOPT_PROXY_SSL_VERIFYPEER, 1L);
  set_option(easy, CURLOPT_PROXY_SSL_VERIFYHOST, 2L);
  set_option(easy, CURLOPT_PROXY_SSLVERSION, CURL_SSLVERSION_TLSv1_2);
  set_authorities(easy, settings.tls,
                  {CURLOPT_PROXY_CAINFO, CURLOPT_PROXY_CAINFO_BLOB, CURLOPT_PROXY_CAPATH,
                   CURLOPT_PROXY_SSL_OPTIONS});
}

}  // namespace

void check_option(CURLcode result, CURLoption option) {
  if (result == CURLE_OK) return;
  if (result == CURLE_OUT_OF_MEMORY) throw std::bad_alloc();
  throw std::runtime_error("libcurl refuses option " + std::to_string(option) + ": " +
                           curl_easy_strerror(result));
}

void set_lasting_options(CURL* easy, const TransferSettings& settings) {
  set_http_options(easy);
  set_connection_options(easy, settings.receive_buffer);
  set_tls_options(easy, settings.tls);
  set_proxy_options(easy, settings);
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
