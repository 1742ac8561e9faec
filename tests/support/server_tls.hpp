// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <cstddef>
#include <memory>
#include <optional>
#include <string_view>

#include "support/certificate.hpp"

struct ssl_ctx_st;
struct ssl_st;

namespace ionoscloud::container_registry {
inline namespace v0 {

/// TLS at the server's end of one connection.
class TlsSession {
 public:
  explicit TlsSession(std::shared_ptr<ssl_st> session) : session_(std::move(session)) {}

  /// Both return how many bytes went, or 0 when the connection is at its end.
  std::size_t read(char* data, std::size_t size);
  std::size_t write(std::string_view bytes);
  /// Whether the handshake took up the session of an earlier connection.
  [[nodiscard]] bool resumed() const;

 private:
  std::shared_ptr<ssl_st> session_;
};

/// What a server needs for TLS. It speaks old versions too, so that nothing but the client refuses
/// them.
class ServerTls {
 public:
  enum class Version { tls_1_0, tls_1_1, tls_1_2, tls_1_3 };
  struct Settings {
    Version oldest = Version::tls_1_2;
    Version newest = Version::tls_1_3;
    /// When set, a client must show a certificate of this authority.
    std::optional<Certificate> client_authority = std::nullopt;
    /// Whether HTTP/2 is taken up where a client offers it.
    bool speaks_http2 = false;
  };

  explicit ServerTls(const Certificate& certificate) : ServerTls(certificate, Settings()) {}
  ServerTls(const Certificate& certificate, const Settings& settings);

  /// Whether a client has offered to speak HTTP/2.
  [[nodiscard]] bool was_offered_http2() const { return *offered_http2_; }

  /// Shakes hands on a connected socket; nothing when that fails.
  [[nodiscard]] std::optional<TlsSession> accept(int socket) const;

 private:
  std::shared_ptr<std::atomic<bool>> offered_http2_ = std::make_shared<std::atomic<bool>>(false);
  std::shared_ptr<ssl_ctx_st> context_;
};

}  // namespace v0
}  // namespace ionoscloud::container_registry
