// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "support/raw_server.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {

/// The kinds of frames of HTTP/2, by their numbers.
enum class FrameType : unsigned char {
  data,
  headers,
  priority,
  rst_stream,
  settings,
  push_promise,
  ping,
  goaway,
  window_update,
  continuation,
};

/// One frame of HTTP/2, byte by byte. What it says may be nonsense.
struct Frame {
  FrameType type = FrameType::data;
  unsigned char flags = 0;
  std::uint32_t stream = 0;
  std::string payload;

  [[nodiscard]] std::string bytes() const;
};

/// The server's end of a connection that speaks HTTP/2, as far as tests need it.
class Http2Connection {
 public:
  /// Says hello. TLS has agreed on HTTP/2.
  explicit Http2Connection(RawConnection& connection);

  /// Waits for the next request, and returns its stream. Nothing when the client has closed the
  /// connection, or the test is over.
  std::optional<std::uint32_t> read_request();

  bool send(const Frame& frame) { return connection_.send(frame.bytes()); }

  /// Responds with 200 and a body.
  bool respond(std::uint32_t stream, std::string_view body);

  /// Sends the same frame without end, as quickly as the client takes it.
  void flood(const Frame& frame);

 private:
  [[nodiscard]] std::optional<Frame> read_frame();

  RawConnection& connection_;
};

}  // namespace v0
}  // namespace ionoscloud::container_registry
