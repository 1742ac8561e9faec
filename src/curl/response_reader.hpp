// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ionoscloud/container_registry/limits.hpp>
#include <ionoscloud/container_registry/transport.hpp>
#include <ionoscloud/container_registry/transport_error.hpp>

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "http/content_coding.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {

/// What is wrong with a response.
struct ResponseFault {
  TransportError error;
  const char* message;
};

/// Puts one response together from the pieces that libcurl hands out, and is stricter than libcurl:
/// whatever two readers could understand differently is a fault. What comes behind a fault in the
/// head is still read where it may hold the only password, or tells why a request was refused.
class ResponseReader {
 public:
  /// Forgets the response before. `http2` says whether the next may come over HTTP/2.
  void begin(HttpMethod method, const ExchangeOptions& options, bool http2 = false) noexcept;

  /// Takes one line of a head with its line end: of an interim response, of the final one, or of
  /// the trailers behind a body. Returns whether to go on. Throws `std::bad_alloc`.
  [[nodiscard]] bool read_line(std::string_view line);

  /// Takes one line of a proxy's response to CONNECT, which counts towards the limits and no more.
  [[nodiscard]] bool read_proxy_line(std::string_view line) noexcept;

  /// Takes a piece of the body. Returns whether to go on. Throws `std::bad_alloc`.
  [[nodiscard]] bool read_body(std::string_view piece);

  /// Tells that nothing more will come: a head that isn't complete is a fault then, and a body that
  /// isn't coded as its head says. Throws `std::bad_alloc`.
  void end();

  /// Whether a status line has come.
  [[nodiscard]] bool begun() const noexcept { return begun_; }
  /// Whether the final response's head is complete.
  [[nodiscard]] bool head_complete() const noexcept { return stage_ == Stage::body; }
  /// Whether the status has come and isn't a 2xx. It counts then, whatever else is wrong.
  [[nodiscard]] bool is_error_response() const noexcept {
    return stage_ != Stage::status_line && response_.status >= 300;
  }
  /// What was found to be wrong first.
  [[nodiscard]] const std::optional<ResponseFault>& fault() const noexcept { return fault_; }

  /// Hands over what has come of the response, the codings of its body undone as far as they can
  /// be. Throws `std::bad_alloc`.
  [[nodiscard]] HttpResponse take();
  /// Wipes what has come of the response.
  void discard() noexcept;

 private:
  enum class Stage { status_line, header_lines, body };

  /// Takes note of a fault, if it is the first.
  void fail(const ResponseFault& fault) noexcept;
  /// The same, and nothing behind it is worth reading.
  void stop(const ResponseFault& fault) noexcept;
  [[nodiscard]] bool goes_on() const noexcept;
  void count_bytes(std::string_view line) noexcept;
  void count_line() noexcept;
  void read_status_line(std::string_view line) noexcept;
  void read_header_line(std::string_view line);
  void read_framing(std::string_view name, std::string_view value);
  void read_content_length(std::string_view value) noexcept;
  void end_head();
  void end_interim_head() noexcept;
  [[nodiscard]] bool expects_body() const noexcept;
  [[nodiscard]] Inflated undo_codings();

  HttpMethod method_ = HttpMethod::get;
  bool creates_ = false;
  Limits limits_;
  bool http2_ = false;
  Stage stage_ = Stage::status_line;
  bool begun_ = false;
  std::size_t header_bytes_ = 0;
  std::size_t header_lines_ = 0;
  int interim_responses_ = 0;
  std::optional<std::size_t> content_length_;
  bool chunked_ = false;
  std::vector<Coding> codings_;
  bool undone_ = false;
  HttpResponse response_;
  std::optional<ResponseFault> fault_;
  bool stopped_ = false;
};

}  // namespace v0
}  // namespace ionoscloud::container_registry
