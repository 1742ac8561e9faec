// SPDX-License-Identifier: Apache-2.0
#include "support/server_tls.hpp"

#include <openssl/ssl.h>

#include <array>
#include <stdexcept>

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

constexpr int wire_version(ServerTls::Version version) noexcept {
  constexpr std::array<int, 4> versions{TLS1_VERSION, TLS1_1_VERSION, TLS1_2_VERSION,
                                        TLS1_3_VERSION};
  return versions[static_cast<std::size_t>(version)];
}

/// Looks at what a client offers by ALPN: names, each behind its length.
int on_offer(SSL*, const unsigned char**, unsigned char*, const unsigned char* names,
             unsigned int size, void* offered_http2) noexcept {
  constexpr std::string_view http2("\2h2", 3);
  const std::string_view offer(reinterpret_cast<const char*>(names), size);
  if (offer.find(http2) != offer.npos) *static_cast<std::atomic<bool>*>(offered_http2) = true;
  return SSL_TLSEXT_ERR_NOACK;
}

/// The same, and takes HTTP/2 up.
int on_offer_taken_up(SSL* session, const unsigned char** name, unsigned char* size,
                      const unsigned char* names, unsigned int names_size,
                      void* offered_http2) noexcept {
  on_offer(session, name, size, names, names_size, offered_http2);
  if (!*static_cast<std::atomic<bool>*>(offered_http2)) return SSL_TLSEXT_ERR_NOACK;
  constexpr std::string_view http2 = "h2";
  *name = reinterpret_cast<const unsigned char*>(http2.data());
  *size = static_cast<unsigned char>(http2.size());
  return SSL_TLSEXT_ERR_OK;
}

void check(bool well) {
  if (!well) throw std::runtime_error("OpenSSL can't make a TLS server");
}

}  // namespace

std::size_t TlsSession::read(char* data, std::size_t size) {
  std::size_t got = 0;
  return SSL_read_ex(session_.get(), data, size, &got) == 1 ? got : 0;
}

std::size_t TlsSession::write(std::string_view bytes) {
  std::size_t sent = 0;
  return SSL_write_ex(session_.get(), bytes.data(), bytes.size(), &sent) == 1 ? sent : 0;
}

bool TlsSession::resumed() const { return SSL_session_reused(session_.get()) == 1; }

ServerTls::ServerTls(const Certificate& certificate, const Settings& settings)
    : context_(SSL_CTX_new(TLS_server_method()), &SSL_CTX_free) {
  SSL_CTX* context = context_.get();
  check(context != nullptr);
  SSL_CTX_set_security_level(context, 0);
  check(SSL_CTX_set_min_proto_version(context, wire_version(settings.oldest)) == 1);
  check(SSL_CTX_set_max_proto_version(context, wire_version(settings.newest)) == 1);
  check(SSL_CTX_use_certificate(context, certificate.x509()) == 1);
  check(SSL_CTX_use_PrivateKey(context, certificate.key()) == 1);
  constexpr std::string_view id = "tests";
  SSL_CTX_set_session_id_context(context, reinterpret_cast<const unsigned char*>(id.data()),
                                 static_cast<unsigned int>(id.size()));
  SSL_CTX_set_alpn_select_cb(context, settings.speaks_http2 ? on_offer_taken_up : on_offer,
                             offered_http2_.get());
  if (!settings.client_authority) return;
  X509_STORE_add_cert(SSL_CTX_get_cert_store(context), settings.client_authority->x509());
  SSL_CTX_set_verify(context, SSL_VERIFY_PEER | SSL_VERIFY_FAIL_IF_NO_PEER_CERT, nullptr);
}

std::optional<TlsSession> ServerTls::accept(int socket) const {
  std::shared_ptr<SSL> session(SSL_new(context_.get()), &SSL_free);
  check(session != nullptr && SSL_set_fd(session.get(), socket) == 1);
  if (SSL_accept(session.get()) != 1) return std::nullopt;
  return TlsSession(std::move(session));
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
