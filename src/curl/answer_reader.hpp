// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <ionoscloud/container_registry/limits.hpp>
#include <ionoscloud/container_registry/transport.hpp>
#include <ionoscloud/container_registry/transport_error.hpp>

#include <cstddef>
#include <optional>
#include <string_view>

namespace ionoscloud::container_registry {
inline namespace v0 {

/// What is wrong with an answer.
struct AnswerFault {
  TransportError error;
  const char* message;
};

/// Puts one answer together from the pieces that libcurl hands out, and is stricter than libcurl:
/// whatever two readers could understand differently is refused.
class AnswerReader {
 public:
  /// Forgets the answer before. `http2` says whether the next may come over HTTP/2.
  void begin(HttpMethod method, const Limits& limits, bool http2 = false) noexcept;

  /// Takes one line of a head with its line end: of an interim answer, of the final one, or of the
  /// trailers behind a body. Returns whether to go on. Throws `std::bad_alloc`.
  [[nodiscard]] bool read_line(std::string_view line);

  /// Takes one line of a proxy's answer to CONNECT, which counts towards the limits and no more.
  [[nodiscard]] bool read_proxy_line(std::string_view line) noexcept;

  /// Takes a piece of the body. Returns whether to go on. Throws `std::bad_alloc`.
  [[nodiscard]] bool read_body(std::string_view piece);

  /// Tells that nothing more will come: a head that isn't complete is a fault then.
  void end() noexcept;

  /// Whether a status line has come.
  [[nodiscard]] bool begun() const noexcept { return begun_; }
  /// Whether the final answer's head is complete.
  [[nodiscard]] bool head_complete() const noexcept { return stage_ == Stage::body; }
  /// What was found to be wrong.
  [[nodiscard]] const std::optional<AnswerFault>& fault() const noexcept { return fault_; }

  /// Hands the answer over.
  [[nodiscard]] HttpResponse take() noexcept;
  /// Wipes what has come of the answer.
  void discard() noexcept;

 private:
  enum class Stage { status_line, header_lines, body };

  bool fail(TransportError error, const char* message) noexcept;
  bool count_bytes(std::string_view line) noexcept;
  bool count_line() noexcept;
  bool read_status_line(std::string_view line) noexcept;
  bool read_header_line(std::string_view line);
  bool read_framing(std::string_view name, std::string_view value) noexcept;
  bool read_content_length(std::string_view value) noexcept;
  bool end_head();
  bool end_interim_head() noexcept;
  [[nodiscard]] bool expects_body() const noexcept;

  HttpMethod method_ = HttpMethod::get;
  Limits limits_;
  bool http2_ = false;
  Stage stage_ = Stage::status_line;
  bool begun_ = false;
  std::size_t header_bytes_ = 0;
  std::size_t header_lines_ = 0;
  int interim_answers_ = 0;
  std::optional<std::size_t> content_length_;
  bool chunked_ = false;
  HttpResponse response_;
  std::optional<AnswerFault> fault_;
};

}  // namespace v0
}  // namespace ionoscloud::container_registry
