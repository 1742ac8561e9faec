// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <list>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "support/server_tls.hpp"
#include "support/sockets.hpp"

/// @file
/// Servers on the loopback interface that do what a test tells them, byte by byte.

namespace ionoscloud::container_registry {
inline namespace v0 {

class RawServer;

/// One accepted connection, in the hands of its script. It is closed when the script returns.
class RawConnection {
 public:
  RawConnection(RawServer& server, Descriptor socket);

  /// The next request, its body included as far as `Content-Length` says. Nothing when the client
  /// has closed the connection, or the test is over.
  std::optional<std::string> read_request();

  /// The next bytes, so many. Nothing when the client has closed the connection, or the test is
  /// over.
  std::optional<std::string> read_bytes(std::size_t count);

  /// Whether the client has sent something that is yet to be taken.
  [[nodiscard]] bool has_bytes() const;

  /// Takes whatever comes next. Returns whether something came.
  bool read_some();
  /// Forgets what was taken and not looked at.
  void discard() { received_.clear(); }

  /// Returns when the client has sent something, and leaves it unread.
  void wait_for_bytes();

  /// Adds a note of the script's own to what `RawServer::requests` returns.
  void note(const std::string& text);

  /// Sends these bytes. Returns whether somebody is still there to get them.
  bool send(std::string_view bytes);

  /// Ends the connection by RST.
  void reset();

  /// Whether TLS took up the session of an earlier connection.
  [[nodiscard]] bool tls_resumed() const { return tls_ && tls_->resumed(); }

  /// Returns when the client has closed the connection, or the test is over.
  void wait_for_close();
  /// The same, and leaves what the client sends unread.
  void wait_for_close_without_reading();

 private:
  friend class RawServer;

  RawServer& server_;
  Descriptor socket_;
  std::optional<TlsSession> tls_;
  std::string received_;
};

/// Accepts connections on a free port of 127.0.0.1 and runs a script on each.
///
///     RawServer server([](RawConnection& client) {
///       while (client.read_request()) client.send(raw_response(200, "hello"));
///     });
class RawServer {
 public:
  using Script = std::function<void(RawConnection&)>;

  /// Runs the same script on each connection.
  explicit RawServer(Script for_each);
  /// Runs the first script on the first connection, and so on. Connections beyond the last script
  /// are accepted, counted and closed.
  explicit RawServer(std::vector<Script> one_by_one);
  /// The same, through TLS. A connection whose handshake fails has no script.
  RawServer(const ServerTls& tls, Script for_each);
  RawServer(const RawServer&) = delete;
  RawServer& operator=(const RawServer&) = delete;
  /// Ends the connections and waits for their scripts.
  ~RawServer();

  [[nodiscard]] std::uint16_t port() const noexcept { return port_; }
  [[nodiscard]] std::string url(std::string_view path = "/") const;

  /// How many connections were accepted so far.
  [[nodiscard]] std::size_t connections() const;
  /// The requests that scripts have read so far, in that order.
  [[nodiscard]] std::vector<std::string> requests() const;
  /// Waits until scripts have read so many requests.
  void wait_for_requests(std::size_t count);
  /// Waits until so many scripts have returned, and their connections are closed.
  void wait_for_closed(std::size_t count);

 private:
  friend class RawConnection;

  RawServer(std::optional<ServerTls> tls, std::vector<Script> scripts, bool same_for_each);
  void accept_connections(int listener);
  void run(RawConnection& connection, std::size_t number);
  void note(const std::string& request);

  const std::optional<ServerTls> tls_;
  const std::vector<Script> scripts_;
  const bool same_for_each_;
  Descriptor listener_;
  std::uint16_t port_ = 0;

  mutable std::mutex mutex_;
  std::condition_variable changed_;
  bool stopping_ = false;
  std::list<RawConnection> open_;
  std::size_t accepted_ = 0;
  std::vector<std::string> requests_;
  std::size_t closed_ = 0;
  std::thread acceptor_;
};

/// A script that reads a request, and leaves its client waiting.
void respond_nothing(RawConnection& client);

/// The URL of a port of 127.0.0.1 where nobody listens.
[[nodiscard]] std::string refused_url();

/// A response with a body and its `Content-Length`. `headers` are whole lines with their line ends.
[[nodiscard]] std::string raw_response(int status, std::string_view body,
                                       std::string_view headers = "");

/// The value of a request's header, as it was sent; nothing when it has none of that name.
[[nodiscard]] std::optional<std::string> header_of(const std::string& request,
                                                   std::string_view name);

/// The body of a request.
[[nodiscard]] std::string body_of(const std::string& request);

}  // namespace v0
}  // namespace ionoscloud::container_registry
