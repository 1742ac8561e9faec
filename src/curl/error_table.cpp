// SPDX-License-Identifier: Apache-2.0
#include "curl/error_table.hpp"

#include <algorithm>
#include <initializer_list>

#include "base/message_text.hpp"
#include "curl/newer_libcurl.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

struct Row {
  CURLcode code;
  /// What it means before the request was begun, and after.
  TransportError before;
  TransportError after;
  /// What a person can do about it.
  const char* advice;
};

constexpr const char* check_server =
    "check the server's certificate, or name its authority in tls.ca_file or SSL_CERT_FILE";
constexpr const char* check_client =
    "check tls.client_certificate_file, tls.client_key_file and tls.client_key_passphrase";
constexpr const char* asked_for_client =
    "the server asks for a client certificate: check tls.client_certificate_file";

constexpr Row rows[] = {
    {CURLE_COULDNT_RESOLVE_HOST, TransportError::resolve, TransportError::receive, ""},
    {CURLE_COULDNT_RESOLVE_PROXY, TransportError::resolve, TransportError::receive,
     "check proxy.url"},
    {CURLE_COULDNT_CONNECT, TransportError::connect, TransportError::receive, ""},
    {CURLE_OPERATION_TIMEDOUT, TransportError::timed_out, TransportError::timed_out, ""},
    {CURLE_SEND_ERROR, TransportError::connect, TransportError::send, ""},
    {CURLE_SEND_FAIL_REWIND, TransportError::connect, TransportError::send, ""},
    {CURLE_RECV_ERROR, TransportError::connect, TransportError::receive, ""},
    {CURLE_GOT_NOTHING, TransportError::connect, TransportError::receive, ""},
    {CURLE_PARTIAL_FILE, TransportError::connect, TransportError::receive, ""},
    {CURLE_URL_MALFORMAT, TransportError::send, TransportError::send, ""},
    {CURLE_UNSUPPORTED_PROTOCOL, TransportError::send, TransportError::protocol, ""},
    {CURLE_WEIRD_SERVER_REPLY, TransportError::connect, TransportError::protocol, ""},
    {CURLE_BAD_CONTENT_ENCODING, TransportError::connect, TransportError::protocol, ""},
    {CURLE_FILESIZE_EXCEEDED, TransportError::connect, TransportError::too_large, ""},
    {newer_libcurl::too_large, TransportError::connect, TransportError::too_large, ""},
    {CURLE_SSL_CONNECT_ERROR, TransportError::tls, TransportError::tls, ""},
    {CURLE_PEER_FAILED_VERIFICATION, TransportError::tls, TransportError::tls, check_server},
    {CURLE_SSL_ISSUER_ERROR, TransportError::tls, TransportError::tls, check_server},
    {CURLE_SSL_INVALIDCERTSTATUS, TransportError::tls, TransportError::tls, check_server},
    {CURLE_SSL_CACERT_BADFILE, TransportError::tls, TransportError::tls,
     "check tls.ca_file or SSL_CERT_FILE"},
    {CURLE_SSL_CERTPROBLEM, TransportError::tls, TransportError::tls, check_client},
    {CURLE_SSL_CLIENTCERT, TransportError::tls, TransportError::tls, asked_for_client},
    {CURLE_SSL_CIPHER, TransportError::tls, TransportError::tls, ""},
    {CURLE_USE_SSL_FAILED, TransportError::tls, TransportError::tls, ""},
    {CURLE_SSL_ENGINE_NOTFOUND, TransportError::tls, TransportError::tls, ""},
    {CURLE_SSL_ENGINE_SETFAILED, TransportError::tls, TransportError::tls, ""},
    {CURLE_SSL_ENGINE_INITFAILED, TransportError::tls, TransportError::tls, ""},
    {CURLE_SSL_PINNEDPUBKEYNOTMATCH, TransportError::pin, TransportError::pin, ""},
};

constexpr Row any_other = {CURLE_OK, TransportError::connect, TransportError::receive, ""};

bool mentions_one_of(std::string_view text, std::initializer_list<std::string_view> parts) {
  return std::any_of(parts.begin(), parts.end(), [&](std::string_view part) {
    return text.find(part) != std::string_view::npos;
  });
}

/// Whether a handshake was cut off rather than refused: libcurl has one code for both, and trying
/// again helps with the first alone.
bool handshake_was_cut_off(const TransferEnd& end) {
  return end.code == CURLE_SSL_CONNECT_ERROR &&
         mentions_one_of(end.detail, {"unexpected eof", "SSL_ERROR_SYSCALL", "reset by peer",
                                      "Broken pipe", "non-properly terminated", "pull function"});
}

/// Whether our key can't be used. Since 8.16, libcurl has the code of any other option for that.
bool client_key_is_unusable(const TransferEnd& end) {
  return end.code == CURLE_BAD_FUNCTION_ARGUMENT &&
         mentions_one_of(end.detail, {"private key", "client certificate"});
}

/// Whether the server refused our certificate, or that there is none. With TLS 1.3 it says so when
/// the handshake is over for us and the request is under way. It isn't over for the server, which
/// doesn't look at the request then.
bool client_certificate_was_refused(const TransferEnd& end) {
  return end.new_connection && end.progress == RequestProgress::maybe_sent &&
         (end.code == CURLE_RECV_ERROR || end.code == CURLE_SEND_ERROR) &&
         mentions_one_of(end.detail,
                         {"alert certificate", "alert bad certificate", "alert unknown ca",
                          "alert unsupported certificate", "Certificate is required"});
}

/// Whether a proxy refused CONNECT. With some statuses it only says that it can't now.
bool proxy_refused_tunnel(const TransferEnd& end) {
  constexpr long temporary[] = {429, 500, 502, 503, 504};
  const long status = end.connect_status;
  return status != 0 && status / 100 != 2 &&
         std::find(std::begin(temporary), std::end(temporary), status) == std::end(temporary);
}

/// Whether a SOCKS proxy refused the user, or the host.
bool socks_proxy_refused([[maybe_unused]] const TransferEnd& end) {
#if LIBCURL_VERSION_NUM >= 0x074900
  constexpr long refusals[] = {CURLPX_NO_AUTH, CURLPX_USER_REJECTED, CURLPX_IDENTD_DIFFER,
                               CURLPX_REPLY_NOT_ALLOWED};
  return end.code == CURLE_PROXY &&
         std::find(std::begin(refusals), std::end(refusals), end.socks_error) != std::end(refusals);
#else
  return false;
#endif
}

bool proxy_refused(const TransferEnd& end) {
  return end.progress == RequestProgress::nothing_sent &&
         (proxy_refused_tunnel(end) || socks_proxy_refused(end));
}

Row row_of(CURLcode code) {
  const auto* row = std::find_if(std::begin(rows), std::end(rows),
                                 [&](const Row& candidate) { return candidate.code == code; });
  return row == std::end(rows) ? any_other : *row;
}

}  // namespace

TransferEnd transfer_end(CURL* easy, CURLcode code, std::string_view detail,
                         RequestProgress progress) noexcept {
  long new_connections = 0;
  curl_easy_getinfo(easy, CURLINFO_NUM_CONNECTS, &new_connections);
  TransferEnd end{code, detail, progress, new_connections > 0};
  curl_easy_getinfo(easy, CURLINFO_HTTP_CONNECTCODE, &end.connect_status);
#if LIBCURL_VERSION_NUM >= 0x074900
  curl_easy_getinfo(easy, CURLINFO_PROXY_ERROR, &end.socks_error);
#endif
  return end;
}

Failure failure_of(const TransferEnd& end) {
  Row row = row_of(end.code);
  Failure failure{row.before, printable(end.detail), end.progress};
  if (end.detail.empty()) failure.message = curl_easy_strerror(end.code);
  if (proxy_refused(end)) {
    row.advice = "";
    failure.error = TransportError::proxy;
    if (end.connect_status != 0) {
      failure.message = "the proxy responded to CONNECT with " + std::to_string(end.connect_status);
    }
  } else if (handshake_was_cut_off(end)) {
    failure.error = TransportError::connect;
  } else if (client_key_is_unusable(end)) {
    row = row_of(CURLE_SSL_CERTPROBLEM);
    failure.error = row.before;
  } else if (client_certificate_was_refused(end)) {
    row = row_of(CURLE_SSL_CLIENTCERT);
    failure.error = row.after;
    failure.progress = RequestProgress::nothing_sent;
  } else if (end.progress != RequestProgress::nothing_sent) {
    failure.error = row.after;
    // Whoever finds fault with a response has seen some of it.
    if (row.after == TransportError::protocol) failure.progress = RequestProgress::response_begun;
  }
  const bool has_other_cause =
      failure.error == TransportError::timed_out || failure.error == TransportError::proxy;
  if (end.no_descriptor_left && failure.progress == RequestProgress::nothing_sent &&
      !has_other_cause) {
    // A socket, a file of certificates, a thread that looks a name up: all of them want one.
    failure.error = TransportError::connect;
    row.advice = "no file descriptor is left";
  }
  if (*row.advice != '\0') failure.message.append(" (").append(row.advice).append(")");
  return failure;
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
