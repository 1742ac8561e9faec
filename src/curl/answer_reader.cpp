// SPDX-License-Identifier: Apache-2.0
#include "curl/answer_reader.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "base/ascii.hpp"
#include "base/wipe.hpp"
#include "curl/body_buffer.hpp"
#include "http/header_rules.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

constexpr int most_interim_answers = 16;
/// A body grows beyond this only with the bytes that really come, whatever its head promises.
constexpr std::size_t most_reserved_on_trust = 1024 * 1024;

/// So many digits fit any `std::size_t` of 64 bits, and no body is as long as that.
constexpr std::size_t most_digits = 18;

/// White space in the sense of HTTP: a header's value may be surrounded by nothing else.
std::string_view trim_blanks(std::string_view text) noexcept {
  const auto is_blank = [](char c) { return c == ' ' || c == '\t'; };
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return text;
}

/// Whether a line is free of what some readers take for its end.
bool is_clean(std::string_view line) noexcept {
  return line.find('\r') == line.npos && line.find('\0') == line.npos;
}

bool all_digits(std::string_view text) noexcept {
  return std::all_of(text.begin(), text.end(), ascii::is_digit);
}

/// The value of at most `most_digits` digits.
std::size_t number(std::string_view digits) noexcept {
  std::size_t value = 0;
  for (const char digit : digits) value = value * 10 + static_cast<std::size_t>(digit - '0');
  return value;
}

std::string_view without_line_end(std::string_view line) noexcept {
  if (!line.empty() && line.back() == '\n') line.remove_suffix(1);
  if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
  return line;
}

/// The three characters of the code in `HTTP/1.1 200 OK`, or in `HTTP/2 200` as libcurl puts it;
/// empty when the line isn't like that.
std::string_view status_code(std::string_view line, bool http2) noexcept {
  constexpr std::string_view second = "HTTP/2 ";
  std::size_t at = 0;
  if (http2 && line.substr(0, second.size()) == second) {
    at = second.size();
  } else if (line.size() > 8 && line.substr(0, 7) == "HTTP/1." && ascii::is_digit(line[7]) &&
             line[8] == ' ') {
    at = 9;
  }
  const std::size_t end = at + 3;
  if (at == 0 || line.size() < end || (line.size() > end && line[end] != ' ')) return "";
  return line.substr(at, 3);
}

}  // namespace

void AnswerReader::begin(HttpMethod method, const Limits& limits, bool http2) noexcept {
  discard();
  *this = AnswerReader();
  method_ = method;
  limits_ = limits;
  http2_ = http2;
}

bool AnswerReader::read_line(std::string_view line) {
  if (!count_bytes(line)) return false;
  line = without_line_end(line);
  if (stage_ == Stage::status_line) return read_status_line(line);
  if (!line.empty() && !count_line()) return false;
  if (stage_ == Stage::body) return true;  // A trailer: nobody asked for any.
  return line.empty() ? end_head() : read_header_line(line);
}

bool AnswerReader::read_proxy_line(std::string_view line) noexcept {
  return count_bytes(line) && count_line();
}

bool AnswerReader::read_body(std::string_view piece) {
  const std::string_view allowed = piece.substr(0, limits_.body_bytes - response_.body.size());
  make_body_room(response_.body, response_.body.size() + allowed.size());
  response_.body.append(allowed);
  return allowed.size() == piece.size() ||
         fail(TransportError::too_large, "the answer's body is larger than the limit");
}

void AnswerReader::end() noexcept {
  if (!head_complete()) fail(TransportError::receive, "the answer broke off in its head");
}

HttpResponse AnswerReader::take() noexcept { return std::exchange(response_, {}); }

void AnswerReader::discard() noexcept {
  wipe(response_.body);
  response_ = {};
}

bool AnswerReader::fail(TransportError error, const char* message) noexcept {
  fault_ = AnswerFault{error, message};
  return false;
}

bool AnswerReader::count_bytes(std::string_view line) noexcept {
  header_bytes_ += line.size();
  return header_bytes_ <= limits_.header_bytes ||
         fail(TransportError::too_large, "the answer's head has more bytes than the limit allows");
}

bool AnswerReader::count_line() noexcept {
  return ++header_lines_ <= limits_.header_lines ||
         fail(TransportError::too_large, "the answer's head has more lines than the limit allows");
}

bool AnswerReader::read_status_line(std::string_view line) noexcept {
  begun_ = true;
  response_.headers = {};
  content_length_.reset();
  chunked_ = false;

  const std::string_view code = status_code(line, http2_);
  if (code.empty() || !all_digits(code) || code[0] == '0' || !is_clean(line)) {
    return fail(TransportError::protocol, "the answer's status line isn't proper HTTP");
  }
  response_.status = static_cast<int>(number(code));
  stage_ = Stage::header_lines;
  return true;
}

bool AnswerReader::read_header_line(std::string_view line) {
  const std::size_t colon = line.find(':');
  // A folded line begins with white space, which no name does.
  if (colon == std::string_view::npos || !is_header_name(line.substr(0, colon)) ||
      !is_clean(line)) {
    return fail(TransportError::protocol, "the answer has a header line that isn't proper HTTP");
  }
  const std::string_view name = line.substr(0, colon);
  const std::string_view value = trim_blanks(line.substr(colon + 1));
  if (!read_framing(name, value)) return false;
  response_.headers.add(std::string(name), std::string(value));
  return true;
}

bool AnswerReader::read_framing(std::string_view name, std::string_view value) noexcept {
  if (ascii::equal_ignoring_case(name, "Content-Length")) return read_content_length(value);
  if (ascii::equal_ignoring_case(name, "Transfer-Encoding")) {
    const bool proper = !chunked_ && ascii::equal_ignoring_case(value, "chunked");
    chunked_ = true;
    return proper || fail(TransportError::protocol, "the answer's transfer encoding is unknown");
  }
  if (ascii::equal_ignoring_case(name, "Content-Encoding")) {
    return ascii::equal_ignoring_case(value, "identity") ||
           fail(TransportError::protocol, "the answer is encoded in a way that wasn't asked for");
  }
  return true;
}

bool AnswerReader::read_content_length(std::string_view value) noexcept {
  if (value.empty() || !all_digits(value)) {
    return fail(TransportError::protocol, "the answer's Content-Length isn't a number");
  }
  value.remove_prefix(std::min(value.find_first_not_of('0'), value.size()));
  if (value.size() > most_digits) {
    return fail(TransportError::too_large, "the answer's body is larger than the limit");
  }
  const std::size_t length = number(value);
  if (content_length_.value_or(length) != length) {
    return fail(TransportError::protocol, "the answer has two different Content-Lengths");
  }
  content_length_ = length;
  return true;
}

bool AnswerReader::end_head() {
  if (response_.status < 200) return end_interim_head();
  if (chunked_ && content_length_) {
    return fail(TransportError::protocol, "the answer is chunked and has a Content-Length");
  }
  stage_ = Stage::body;
  if (!content_length_ || !expects_body()) return true;
  // What may hold the only password is read as far as it may be, and not refused at once.
  const bool may_create = method_ == HttpMethod::post || method_ == HttpMethod::put;
  if (*content_length_ > limits_.body_bytes && !may_create) {
    return fail(TransportError::too_large, "the answer's body is larger than the limit");
  }
  make_body_room(response_.body, std::min(*content_length_, most_reserved_on_trust));
  return true;
}

bool AnswerReader::end_interim_head() noexcept {
  stage_ = Stage::status_line;
  if (response_.status == 101) {
    return fail(TransportError::protocol,
                "the answer switches to another protocol, which wasn't asked for");
  }
  return ++interim_answers_ <= most_interim_answers ||
         fail(TransportError::too_large, "more interim answers came than the limit allows");
}

bool AnswerReader::expects_body() const noexcept {
  return method_ != HttpMethod::head && response_.status != 204 && response_.status != 304;
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
