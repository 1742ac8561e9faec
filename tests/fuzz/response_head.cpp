// SPDX-License-Identifier: Apache-2.0
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "base/wipe.hpp"
#include "curl/response_reader.hpp"
#include "fuzz/target.hpp"
#include "http/http_rules.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace fuzz {
namespace {

constexpr Limits limits{64, 512, 8};
constexpr std::size_t piece_size = 7;

/// As a call sends them: what is posted or put creates.
ExchangeOptions options_for(HttpMethod method) {
  ExchangeOptions options;
  options.limits = limits;
  options.creates = method == HttpMethod::post || method == HttpMethod::put;
  return options;
}

HttpMethod method(std::string_view name) {
  if (name == "HEAD") return HttpMethod::head;
  return name == "POST" ? HttpMethod::post : HttpMethod::get;
}

/// Gives the lines of the heads to the reader, until they end or it stops. Returns what is behind,
/// if it wants that.
std::optional<std::string_view> read_heads(ResponseReader& reader, std::string_view text) {
  std::size_t bytes = 0;
  while (!text.empty() && !reader.head_complete()) {
    const std::string_view line = text.substr(0, text.find('\n') + 1);
    if (line.empty()) return std::nullopt;  // Cut off.
    text.remove_prefix(line.size());
    bytes += line.size();
    const bool goes_on = reader.read_line(line);
    require(goes_on || reader.fault(), "the reader stops for nothing but a fault");
    require(reader.fault() || bytes <= limits.header_bytes, "the limit of bytes holds");
    require(!goes_on || bytes <= limits.header_bytes + limits.body_bytes, "and no head is endless");
    if (!goes_on) return std::nullopt;
  }
  return text;
}

/// Gives the body to the reader. Returns whether it took all.
bool read_body(ResponseReader& reader, std::string_view body) {
  while (!body.empty()) {
    const std::string_view piece = body.substr(0, piece_size);
    body.remove_prefix(piece.size());
    if (!reader.read_body(piece)) return false;
  }
  return true;
}

void check_head(const HttpResponse& response) {
  require(response.headers.size() <= limits.header_lines, "the limit of lines holds");
  for (const Header& header : response.headers) {
    require(is_header_name(header.name), "each header has a proper name");
    require(header.value.find_first_of(std::string_view("\r\n\0", 3)) == std::string::npos,
            "each header is one line");
    require(header.value.empty() || (header.value.front() != ' ' && header.value.back() != ' '),
            "each header's value is trimmed");
  }
  require(response.body.size() <= limits.body_bytes, "the limit of the body holds");
}

void check_whole(const HttpResponse& response, std::string_view sent) {
  require(response.status >= 200 && response.status <= 999, "the status is a final one");
  const bool chunked = response.headers.count("Transfer-Encoding") > 0;
  require(!chunked || response.headers.count("Content-Length") == 0, "its length is told once");
  const bool coded = response.headers.count("Content-Encoding") > 0 || sent.substr(0, 1) == "\x1f";
  require(coded || response.body == sent, "the body is what was sent");
  require(
      response.body.empty() || response.body.capacity() >= response.body.size() + parser_padding,
      "the parser has room behind the body");
}

/// Whatever came before, the next response is read as if it were the first.
void check_next_response(ResponseReader& reader) {
  reader.begin(HttpMethod::get, options_for(HttpMethod::get));
  require(reader.read_line("HTTP/1.1 200 OK\r\n") && reader.read_line("A: 1\r\n") &&
              reader.read_line("\r\n") && reader.read_body("x") && !reader.fault(),
          "the next response is read");
  const HttpResponse response = reader.take();
  require(response.headers.size() == 1 && response.body == "x", "and has nothing of this one");
}

}  // namespace

/// The request's method, then the response: heads line by line, and the body.
void run(std::string_view input) {
  Pieces pieces(input);
  ResponseReader reader;
  const HttpMethod asked = method(pieces.next('\n'));
  reader.begin(asked, options_for(asked));

  const std::optional<std::string_view> body = read_heads(reader, pieces.rest());
  const bool all_came = reader.head_complete() && body && read_body(reader, *body);
  reader.end();

  require(!reader.head_complete() || reader.begun(), "a head that is complete has begun");
  require(all_came || reader.fault(), "a part is never taken for the whole");
  const bool whole = !reader.fault();
  const HttpResponse response = reader.take();
  check_head(response);
  if (whole) check_whole(response, *body);
  check_next_response(reader);
}

}  // namespace fuzz
}  // namespace v0
}  // namespace ionoscloud::container_registry
