// SPDX-License-Identifier: Apache-2.0
#include "support/http2_connection.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

constexpr unsigned char end_of_stream = 1;
constexpr unsigned char end_of_headers = 4;

/// `size` bytes, the highest first.
std::string number(std::uint32_t value, int size) {
  std::string bytes;
  for (int shift = 8 * (size - 1); shift >= 0; shift -= 8) {
    bytes += static_cast<char>((value >> shift) & 0xff);
  }
  return bytes;
}

std::uint32_t number(std::string_view bytes) {
  std::uint32_t value = 0;
  for (const char byte : bytes) value = value << 8 | static_cast<unsigned char>(byte);
  return value;
}

}  // namespace

std::string Frame::bytes() const {
  return number(static_cast<std::uint32_t>(payload.size()), 3) + static_cast<char>(type) +
         static_cast<char>(flags) + number(stream, 4) + payload;
}

Http2Connection::Http2Connection(RawConnection& connection) : connection_(connection) {
  constexpr std::size_t preface = 24;
  connection_.read_bytes(preface);
  send({FrameType::settings, 0, 0, ""});
}

std::optional<Frame> Http2Connection::read_frame() {
  const std::optional<std::string> head = connection_.read_bytes(9);
  if (!head) return std::nullopt;
  const std::string_view text = *head;
  std::optional<std::string> payload = connection_.read_bytes(number(text.substr(0, 3)));
  if (!payload) return std::nullopt;
  return Frame{static_cast<FrameType>(text[3]), static_cast<unsigned char>(text[4]),
               number(text.substr(5)), *std::move(payload)};
}

std::optional<std::uint32_t> Http2Connection::read_request() {
  while (const std::optional<Frame> frame = read_frame()) {
    if (frame->type == FrameType::headers) {
      connection_.note("HTTP/2");
      return frame->stream;
    }
  }
  return std::nullopt;
}

bool Http2Connection::respond(std::uint32_t stream, std::string_view body) {
  const std::string status_200 = "\x88";
  return send({FrameType::headers, end_of_headers, stream, status_200}) &&
         send({FrameType::data, end_of_stream, stream, std::string(body)});
}

void Http2Connection::flood(const Frame& frame) {
  std::string many;
  while (many.size() < 16384) many += frame.bytes();
  // What the client sends in turn is taken, or it would stop.
  while (connection_.send(many)) {
    while (connection_.has_bytes()) {
      if (!connection_.read_some()) return;
      connection_.discard();
    }
  }
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
