// SPDX-License-Identifier: Apache-2.0
#include "curl/response_reader.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "base/ascii.hpp"
#include "base/wipe.hpp"
#include "http/http_rules.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

constexpr int most_interim_responses = 16;
/// A body grows beyond this only with the bytes that really come, whatever its head promises.
constexpr std::size_t most_reserved_on_trust = 1024 * 1024;

/// So many digits fit any `std::size_t` of 64 bits, and no body is as long as that.
constexpr std::size_t most_digits = 18;

constexpr ResponseFault too_large_body = {TransportError::too_large,
                                          "the response's body is larger than the limit"};

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

void ResponseReader::begin(HttpMethod method, const ExchangeOptions& options, bool http2) noexcept {
  discard();
  *this = ResponseReader();
  method_ = method;
  creates_ = options.creates;
  limits_ = options.limits;
  http2_ = http2;
}

bool ResponseReader::read_line(std::string_view line) {
  count_bytes(line);
  line = without_line_end(line);
  if (stage_ == Stage::status_line) {
    read_status_line(line);
  } else if (!line.empty()) {
    count_line();
    // A trailer is left out: nobody asked for any.
    if (stage_ == Stage::header_lines) read_header_line(line);
  } else if (stage_ == Stage::header_lines) {
    end_head();
  }
  return goes_on();
}

bool ResponseReader::read_proxy_line(std::string_view line) noexcept {
  count_bytes(line);
  count_line();
  return !fault_;
}

bool ResponseReader::read_body(std::string_view piece) {
  const std::string_view allowed = piece.substr(0, limits_.body_bytes - response_.body.size());
  grow_wiping(response_.body, response_.body.size() + allowed.size());
  response_.body.append(allowed);
  if (allowed.size() < piece.size()) stop(too_large_body);
  return goes_on();
}

void ResponseReader::end() {
  if (!head_complete())
    return fail({TransportError::receive, "the response broke off in its head"});
  const Inflated result = undo_codings();
  if (result == Inflated::damaged || result == Inflated::corrupt) {
    fail(
        {TransportError::protocol, "the response's body isn't coded as its Content-Encoding says"});
  } else if (result == Inflated::too_large) {
    fail(too_large_body);
  }
}

HttpResponse ResponseReader::take() {
  (void)undo_codings();
  return std::exchange(response_, {});
}

void ResponseReader::discard() noexcept {
  wipe(response_.body);
  response_ = {};
}

void ResponseReader::fail(const ResponseFault& fault) noexcept {
  if (!fault_) fault_ = fault;
}

void ResponseReader::stop(const ResponseFault& fault) noexcept {
  fail(fault);
  stopped_ = true;
}

/// Behind a fault the rest is read on only for what it may tell all the same.
bool ResponseReader::goes_on() const noexcept {
  if (!fault_) return true;
  if (stopped_) return false;
  return is_error_response() || (response_.status < 300 && creates_);
}

void ResponseReader::count_bytes(std::string_view line) noexcept {
  header_bytes_ += line.size();
  if (header_bytes_ <= limits_.header_bytes) return;
  constexpr ResponseFault fault = {TransportError::too_large,
                                   "the response's head has more bytes than the limit allows"};
  // Nothing of what comes now is kept; but a head without end has no body.
  const bool endless = header_bytes_ - limits_.header_bytes > limits_.body_bytes;
  endless || stage_ == Stage::body ? stop(fault) : fail(fault);
}

void ResponseReader::count_line() noexcept {
  if (++header_lines_ <= limits_.header_lines) return;
  constexpr ResponseFault fault = {TransportError::too_large,
                                   "the response's head has more lines than the limit allows"};
  stage_ == Stage::body ? stop(fault) : fail(fault);
}

void ResponseReader::read_status_line(std::string_view line) noexcept {
  begun_ = true;
  response_.status = 0;
  response_.headers = {};
  content_length_.reset();
  chunked_ = false;
  codings_.clear();

  const std::string_view code = status_code(line, http2_);
  if (code.empty() || !all_digits(code) || code[0] == '0' || !is_clean(line)) {
    return stop({TransportError::protocol, "the response's status line isn't proper HTTP"});
  }
  response_.status = static_cast<int>(number(code));
  stage_ = Stage::header_lines;
}

void ResponseReader::read_header_line(std::string_view line) {
  const std::size_t colon = line.find(':');
  // A folded line begins with white space, which no name does.
  if (colon == std::string_view::npos || !is_header_name(line.substr(0, colon)) ||
      !is_clean(line)) {
    return fail(
        {TransportError::protocol, "the response has a header line that isn't proper HTTP"});
  }
  const std::string_view name = line.substr(0, colon);
  const std::string_view value = trim_blanks(line.substr(colon + 1));
  read_framing(name, value);
  const bool within_limits =
      header_bytes_ <= limits_.header_bytes && header_lines_ <= limits_.header_lines;
  if (within_limits) response_.headers.add(std::string(name), std::string(value));
}

void ResponseReader::read_framing(std::string_view name, std::string_view value) {
  if (ascii::equal_ignoring_case(name, "Content-Length")) {
    read_content_length(value);
  } else if (ascii::equal_ignoring_case(name, "Transfer-Encoding")) {
    const bool proper = !chunked_ && ascii::equal_ignoring_case(value, "chunked");
    chunked_ = true;
    if (!proper) fail({TransportError::protocol, "the response's transfer encoding is unknown"});
  } else if (ascii::equal_ignoring_case(name, "Content-Encoding")) {
    if (add_codings(value, codings_)) return;
    fail({TransportError::protocol,
          "the response's body is coded in a way that wasn't asked for and can't be undone"});
  }
}

void ResponseReader::read_content_length(std::string_view value) noexcept {
  if (value.empty() || !all_digits(value)) {
    return fail({TransportError::protocol, "the response's Content-Length isn't a number"});
  }
  value.remove_prefix(std::min(value.find_first_not_of('0'), value.size()));
  if (value.size() > most_digits) return fail(too_large_body);
  const std::size_t length = number(value);
  if (content_length_.value_or(length) != length) {
    return fail({TransportError::protocol, "the response has two different Content-Lengths"});
  }
  content_length_ = length;
}

void ResponseReader::end_head() {
  if (response_.status < 200) return end_interim_head();
  stage_ = Stage::body;
  if (chunked_ && content_length_) {
    fail({TransportError::protocol, "the response is chunked and has a Content-Length"});
  }
  if (!content_length_ || !expects_body()) return;
  // What may hold the only password is read as far as it may be, and not refused at once.
  if (*content_length_ > limits_.body_bytes && !creates_) return stop(too_large_body);
  grow_wiping(response_.body, std::min(*content_length_, most_reserved_on_trust));
}

void ResponseReader::end_interim_head() noexcept {
  stage_ = Stage::status_line;
  if (response_.status == 101) {
    return stop({TransportError::protocol,
                 "the response switches to another protocol, which wasn't asked for"});
  }
  if (++interim_responses_ > most_interim_responses) {
    fail({TransportError::too_large, "more interim responses came than the limit allows"});
  }
}

bool ResponseReader::expects_body() const noexcept {
  return method_ != HttpMethod::head && response_.status != 204 && response_.status != 304;
}

Inflated ResponseReader::undo_codings() {
  if (std::exchange(undone_, true)) return Inflated::whole;
  return v0::undo_codings(codings_, response_.body, limits_.body_bytes);
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
