// SPDX-License-Identifier: Apache-2.0
#include "curl/flood_guard.hpp"

#include <openssl/ssl.h>

#include <string>

#include "curl/easy_options.hpp"
#include "curl/tls_library.hpp"
#include "system/system_calls.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

/// A handshake has fewer records, and a response is passed on with each of its own.
constexpr int most_in_a_row = 32;
/// A whole call takes a hundredth of it.
constexpr std::chrono::milliseconds longest(20);

}  // namespace

bool FloodGuard::is_available() noexcept {
  const std::string ours = "OpenSSL/" + std::to_string(OPENSSL_VERSION_MAJOR) + '.';
  return tls_library().substr(0, ours.size()) == ours;
}

void FloodGuard::watch(CURL* easy) {
  if (!is_available()) return;
  set_option(easy, CURLOPT_SSL_CTX_FUNCTION, &FloodGuard::on_context);
  set_option(easy, CURLOPT_SSL_CTX_DATA, this);
}

void FloodGuard::begin_work() noexcept {
  flooded_ = false;
  // What was done since then, outside libcurl, is no work for a server.
  if (in_a_row_ == most_in_a_row) counted_until_ = thread_time();
}

bool FloodGuard::is_flooded_by(const void* source) noexcept {
  if (source != source_) in_a_row_ = 0;
  source_ = source;
  if (in_a_row_ < most_in_a_row) {
    if (++in_a_row_ < most_in_a_row) return false;
    spent_ = std::chrono::nanoseconds(0);
    counted_until_ = thread_time();
    return false;
  }
  const std::chrono::nanoseconds now = thread_time();
  spent_ += now - counted_until_;
  counted_until_ = now;
  if (spent_ < longest) return false;
  return flooded_ = true;
}

CURLcode FloodGuard::on_context(CURL*, void* context, void* self) noexcept {
  auto* tls = static_cast<SSL_CTX*>(context);
  SSL_CTX_set_msg_callback(tls, &FloodGuard::on_record);
  SSL_CTX_set_msg_callback_arg(tls, self);
  // A connection begins, maybe at the address of one that was.
  static_cast<FloodGuard*>(self)->note_progress();
  // libcurl would write the keys of the connection to the file that SSLKEYLOGFILE names.
  SSL_CTX_set_keylog_callback(tls, nullptr);
#ifdef SSL_OP_CLEANSE_PLAINTEXT
  // OpenSSL would keep the last record of a response, which may hold a password, until the next
  // one.
  SSL_CTX_set_options(tls, SSL_OP_CLEANSE_PLAINTEXT);
#endif
  return CURLE_OK;
}

void FloodGuard::on_record(int sent, int, int type, const void*, std::size_t, SSL* connection,
                           void* self) noexcept {
  if (sent != 0 || type != SSL3_RT_HEADER) return;
  if (!static_cast<FloodGuard*>(self)->is_flooded_by(connection)) return;
  // OpenSSL then takes it that the server has closed the connection, and stops reading.
  SSL_set_shutdown(connection, SSL_get_shutdown(connection) | SSL_RECEIVED_SHUTDOWN);
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
