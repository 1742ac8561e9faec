// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <curl/curl.h>

#include <chrono>
#include <cstddef>

struct ssl_st;

namespace ionoscloud::container_registry {
inline namespace v0 {

/// Ends a connection whose server sends without end what belongs to no response: control frames of
/// HTTP/2, session tickets of TLS. libcurl and OpenSSL read on for as long as there is more, and
/// look at neither the time nor anything else; newer libcurl lets go now and then, but never ends.
/// So OpenSSL tells of each record that it reads.
///
/// For one thread at a time, as the handles that it watches. It must outlive their connections.
class FloodGuard {
 public:
  FloodGuard() = default;
  FloodGuard(const FloodGuard&) = delete;
  FloodGuard& operator=(const FloodGuard&) = delete;

  /// Whether libcurl's TLS library tells of its records: it is the OpenSSL that this library was
  /// built with. Otherwise no connection should speak HTTP/2.
  [[nodiscard]] static bool is_available() noexcept;

  /// Watches the connections that `easy` will open, and keeps their keys out of SSLKEYLOGFILE and
  /// what they have received out of memory, where that can be done.
  void watch(CURL* easy);

  /// Tells that libcurl gets to work.
  void begin_work() noexcept;
  /// Tells that something came for an exchange.
  void note_progress() noexcept { in_a_row_ = 0; }

  /// Notes that something came from `source`. Returns whether that is a flood: many in a row, for
  /// no exchange, took more processor time than anything else does that a server may send.
  [[nodiscard]] bool is_flooded_by(const void* source) noexcept;

  /// Whether there was a flood since `begin_work`.
  [[nodiscard]] bool has_seen_flood() const noexcept { return flooded_; }

 private:
  static CURLcode on_context(CURL* easy, void* context, void* self) noexcept;
  static void on_record(int sent, int version, int type, const void* data, std::size_t size,
                        ssl_st* connection, void* self) noexcept;

  const void* source_ = nullptr;
  int in_a_row_ = 0;
  /// The processor time that those took which are one too many for a handshake.
  std::chrono::nanoseconds spent_{0};
  std::chrono::nanoseconds counted_until_{0};
  bool flooded_ = false;
};

}  // namespace v0
}  // namespace ionoscloud::container_registry
