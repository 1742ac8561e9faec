// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <curl/curl.h>
#include <ionoscloud/container_registry/transport.hpp>

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "curl/easy_options.hpp"
#include "curl/flood_guard.hpp"
#include "curl/handles.hpp"
#include "curl/header_list.hpp"
#include "curl/keep_alive.hpp"
#include "curl/open_sockets.hpp"
#include "curl/response_reader.hpp"
#include "curl/transfer_outcome.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {

/// One request at a time on one easy handle, which is made once and serves any number of requests
/// after another. What drives it, and when it gives up, is somebody else's concern.
class Transfer {
 public:
  /// `sockets` are those of the multi handle, where transfers take over each other's connections.
  /// Throws `std::bad_alloc`, or `std::runtime_error` when libcurl refuses the settings. All of
  /// them must outlive the transfer.
  Transfer(const TransferSettings& settings, CURLSH* share, FloodGuard& flood_guard,
           KeepAlive& keep_alive, OpenSockets* sockets = nullptr);
  Transfer(const Transfer&) = delete;
  Transfer& operator=(const Transfer&) = delete;

  [[nodiscard]] CURL* easy() const noexcept { return easy_.get(); }

  /// Makes the handle ready to send `request`, which must stay as it is until the transfer is over.
  /// Returns what speaks against sending it, if anything does. Throws `std::bad_alloc`.
  [[nodiscard]] std::optional<HttpExchange> begin(const HttpRequest& request,
                                                  const ExchangeOptions& options);

  /// What came of it, when libcurl is done. Throws `std::bad_alloc`.
  [[nodiscard]] HttpExchange finish(CURLcode code);

  /// Whether it ended, before anything was sent, because a kept connection was no good any more. It
  /// may begin anew.
  [[nodiscard]] bool met_bad_connection() const noexcept { return bad_connection_; }

  /// What came of it, when it was given up: `timed_out` or `cancelled`. Throws `std::bad_alloc`.
  [[nodiscard]] HttpExchange abort(TransportError reason);

 private:
  static std::size_t on_line(char* data, std::size_t size, std::size_t count, void* self) noexcept;
  static std::size_t on_body(char* data, std::size_t size, std::size_t count, void* self) noexcept;
  static int on_request(void* self, char* remote_ip, char* local_ip, int remote_port,
                        int local_port) noexcept;
  static int on_progress(void* self, curl_off_t, curl_off_t, curl_off_t, curl_off_t) noexcept;
  static curl_socket_t on_open_socket(void* self, curlsocktype purpose,
                                      curl_sockaddr* address) noexcept;

  [[nodiscard]] bool enter_connection(const SocketEnds& ends);
  [[nodiscard]] bool is_fit(const OpenSocket& socket) const;
  void leave_connection();
  template <class Read>
  std::size_t consume(std::size_t size, Read read) noexcept;
  void forbid_reuse(bool forbidden);
  [[nodiscard]] CURLUcode set_url(const std::string& url);
  void set_version(const std::string& url);
  void set_method(const HttpRequest& request);
  [[nodiscard]] std::optional<ExchangePhases> phases() const noexcept;
  [[nodiscard]] TransferOutcome outcome() noexcept;

  const CertificatePins& pins_;
  const bool multiplexed_;
  FloodGuard& flood_guard_;
  KeepAlive& keep_alive_;
  OpenSockets* const sockets_;
  UrlHandle url_;
  EasyHandle easy_;
  std::array<char, CURL_ERROR_SIZE> error_text_{};
  HeaderList headers_;
  ResponseReader response_;
  std::optional<HttpMethod> method_;
  /// Of the request under way.
  bool creates_ = false;
  std::string url_text_;
  long connect_timeout_ = -1;
  long version_ = 0;
  bool reuse_forbidden_ = false;

  // Of the request at hand.
  TransferEvents events_;
  bool connected_anew_ = false;
  bool measure_ = false;
  bool bad_connection_ = false;
  std::vector<OpenSockets::Shared> opened_;
  OpenSockets::Shared socket_;
};

}  // namespace v0
}  // namespace ionoscloud::container_registry
