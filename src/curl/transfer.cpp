// SPDX-License-Identifier: Apache-2.0
#include "curl/transfer.hpp"

#include <algorithm>
#include <limits>
#include <new>
#include <string_view>
#include <utility>

#include "curl/error_table.hpp"
#include "http/methods.hpp"
#include "system/socket.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

bool breaks_lines(std::string_view text) noexcept {
  // One quick search each: this runs over every request.
  return text.find('\r') != text.npos || text.find('\n') != text.npos ||
         text.find('\0') != text.npos;
}

/// Whether the request's parts could become more than they are: the last guard against lines that
/// are smuggled in.
bool breaks_lines(const HttpRequest& request) noexcept {
  return breaks_lines(request.url) || breaks_lines(request.authorization.expose()) ||
         std::any_of(request.headers.begin(), request.headers.end(), [](const Header& header) {
           return breaks_lines(header.name) || breaks_lines(header.value);
         });
}

/// As libcurl takes a time limit: 0 for its own.
long milliseconds(std::chrono::milliseconds limit) noexcept {
  constexpr std::chrono::milliseconds longest(std::numeric_limits<int>::max());
  return static_cast<long>(std::clamp(limit, std::chrono::milliseconds(0), longest).count());
}

/// The server's own certificate in its PEM form, the first of those that the handshake showed;
/// empty text when libcurl has none.
std::string_view server_certificate(CURL* easy) noexcept {
  curl_certinfo* chain = nullptr;
  if (curl_easy_getinfo(easy, CURLINFO_CERTINFO, &chain) != CURLE_OK) return "";
  if (chain == nullptr || chain->num_of_certs < 1) return "";
  constexpr std::string_view label = "Cert:";
  for (const curl_slist* line = chain->certinfo[0]; line != nullptr; line = line->next) {
    const std::string_view text(line->data);
    if (text.substr(0, label.size()) == label) return text.substr(label.size());
  }
  return "";
}

const char* stage(RequestProgress progress) noexcept {
  switch (progress) {
    case RequestProgress::nothing_sent:
      return "before the request was sent";
    case RequestProgress::maybe_sent:
      return "before an answer came";
    case RequestProgress::answer_begun:
      return "before the answer was complete";
  }
  return "";
}

}  // namespace

Transfer::Transfer(const TransferSettings& settings, CURLSH* share, FloodGuard& flood_guard,
                   KeepAlive& keep_alive, OpenSockets* sockets)
    : pins_(settings.pins),
      multiplexed_(settings.multiplexed),
      flood_guard_(flood_guard),
      keep_alive_(keep_alive),
      sockets_(sockets),
      url_(make_url_handle()),
      easy_(make_easy_handle()) {
  set_lasting_options(easy(), settings);
  set_option(easy(), CURLOPT_SHARE, share);
  // Parsed once, where CURLOPT_URL is parsed with each call.
  set_option(easy(), CURLOPT_CURLU, url_.get());
  set_option(easy(), CURLOPT_ERRORBUFFER, error_text_.data());
  set_option(easy(), CURLOPT_HEADERFUNCTION, &Transfer::on_line);
  set_option(easy(), CURLOPT_HEADERDATA, this);
  set_option(easy(), CURLOPT_WRITEFUNCTION, &Transfer::on_body);
  set_option(easy(), CURLOPT_WRITEDATA, this);
  set_option(easy(), CURLOPT_PREREQFUNCTION, &Transfer::on_request);
  set_option(easy(), CURLOPT_PREREQDATA, this);
  set_option(easy(), CURLOPT_OPENSOCKETFUNCTION, &Transfer::on_open_socket);
  set_option(easy(), CURLOPT_OPENSOCKETDATA, this);
  flood_guard_.watch(easy());
  if (!settings.proxy.url.empty()) {
    // What a proxy says besides its response to CONNECT is read a byte at a time, to its end.
    set_option(easy(), CURLOPT_XFERINFOFUNCTION, &Transfer::on_progress);
    set_option(easy(), CURLOPT_XFERINFODATA, this);
    set_option(easy(), CURLOPT_NOPROGRESS, 0L);
  }
  if (sockets_ != nullptr) {
    set_option(easy(), CURLOPT_CLOSESOCKETFUNCTION, &OpenSockets::close);
    set_option(easy(), CURLOPT_CLOSESOCKETDATA, sockets_);
  }
}

std::optional<HttpExchange> Transfer::begin(const HttpRequest& request,
                                            const ExchangeOptions& options) {
  request_begun_ = false;
  repeat_refused_ = false;
  connected_anew_ = false;
  pin_refused_ = false;
  out_of_memory_ = false;
  bad_connection_ = false;
  measure_ = options.measure;
  opened_.clear();
  error_text_[0] = '\0';
  answer_.begin(request.method, options.limits, multiplexed_);
  forbid_reuse(false);
  if (breaks_lines(request)) {
    return failed(TransportError::send,
                  "the request's URL or one of its headers has a line break or a NUL in it",
                  progress());
  }

  if (const CURLUcode result = set_url(request.url); result != CURLUE_OK) {
    return failed(TransportError::send,
                  std::string("the URL is none to send a request to: ") + curl_url_strerror(result),
                  progress());
  }
  const long connect_timeout = milliseconds(options.connect_timeout);
  if (connect_timeout_ != connect_timeout) {
    set_option(easy(), CURLOPT_CONNECTTIMEOUT_MS, connect_timeout);
    connect_timeout_ = connect_timeout;
  }
  if (headers_.update(request)) set_option(easy(), CURLOPT_HTTPHEADER, headers_.get());
  set_method(request);
  return std::nullopt;
}

void Transfer::forbid_reuse(bool forbidden) {
  if (reuse_forbidden_ == forbidden) return;
  set_option(easy(), CURLOPT_FORBID_REUSE, forbidden ? 1L : 0L);
  reuse_forbidden_ = forbidden;
}

CURLUcode Transfer::set_url(const std::string& url) {
  if (url == url_text_) return CURLUE_OK;
  url_text_.clear();
  // As it is: libcurl would resolve dot segments, be they encoded.
  constexpr unsigned int flags = CURLU_DISALLOW_USER | CURLU_PATH_AS_IS;
  const CURLUcode result = curl_url_set(url_.get(), CURLUPART_URL, url.c_str(), flags);
  if (result == CURLUE_OUT_OF_MEMORY) throw std::bad_alloc();
  if (result != CURLUE_OK) return result;
  url_text_ = url;
  set_version(url);
  return CURLUE_OK;
}

/// HTTP/2 gains nothing where a connection has one request at a time, and then its answers, of
/// which we see no bytes, would only weaken the evidence.
void Transfer::set_version(const std::string& url) {
  constexpr std::string_view tls = "https:";
  const bool http2 = multiplexed_ && std::string_view(url).substr(0, tls.size()) == tls;
  const long version = http2 ? CURL_HTTP_VERSION_2TLS : CURL_HTTP_VERSION_1_1;
  if (version_ == version) return;
  set_option(easy(), CURLOPT_HTTP_VERSION, version);
  // Rather wait for a connection that can be shared than open one more.
  set_option(easy(), CURLOPT_PIPEWAIT, http2 ? 1L : 0L);
  version_ = version;
}

void Transfer::set_method(const HttpRequest& request) {
  if (method_ != request.method) {
    // Each of the three takes back what the other two did.
    const CURLoption shape = has_body(request.method)             ? CURLOPT_POST
                             : request.method == HttpMethod::head ? CURLOPT_NOBODY
                                                                  : CURLOPT_HTTPGET;
    const bool named = request.method == HttpMethod::put || request.method == HttpMethod::patch ||
                       request.method == HttpMethod::del;
    method_.reset();
    set_option(easy(), shape, 1L);
    set_option(easy(), CURLOPT_CUSTOMREQUEST, named ? to_string(request.method) : nullptr);
    method_ = request.method;
  }
  if (has_body(request.method)) {
    set_option(easy(), CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(request.body.size()));
    set_option(easy(), CURLOPT_POSTFIELDS, request.body.data());
  }
}

HttpExchange Transfer::finish(CURLcode code) {
  leave_connection();
  HttpExchange exchange = result(code);
  exchange.phases = phases();
  return exchange;
}

HttpExchange Transfer::result(CURLcode code) {
  if (out_of_memory_) throw std::bad_alloc();
  if (repeat_refused_) {
    if (may_create(*method_)) keep_alive_.note_loss();
    return failed(TransportError::receive, "the connection, kept from a call before, was closed",
                  progress());
  }
  if (pin_refused_) {
    return failed(TransportError::pin,
                  "the server's certificate is none of those in tls.pinned_certificates; if it was "
                  "renewed, pin the new one beside the old",
                  progress());
  }
  if (code == CURLE_OK) answer_.end();
  const std::optional<AnswerFault>& fault = answer_.fault();
  const bool whole = code == CURLE_OK && !fault;
  if (whole || answer_.tells_refusal()) return answered();
  if (fault) return failed(fault->error, fault->message, progress());
  if (code == CURLE_OUT_OF_MEMORY && request_begun_ && !answer_.head_complete()) {
    // What libcurl calls a header line of more than 100 KiB.
    return failed(TransportError::too_large, "the answer's head has a line that is too long",
                  progress());
  }
  const bool no_descriptor_left = code != CURLE_OK && !request_begun_ && !has_free_descriptor();
  if (code == CURLE_OUT_OF_MEMORY && !no_descriptor_left) throw std::bad_alloc();
  if (code != CURLE_OK && flood_guard_.has_seen_flood()) {
    return failed(TransportError::protocol,
                  "the connection was closed, since the server sent no end of what belongs to no "
                  "response",
                  progress());
  }

  TransferEnd end = transfer_end(easy(), code, error_text_.data(), progress());
  end.no_descriptor_left = no_descriptor_left;
  Failure failure = failure_of(end);
  HttpExchange exchange = failed(failure.error, std::move(failure.message), failure.progress);
  exchange.connecting_timed_out = failure.error == TransportError::timed_out;
  return exchange;
}

HttpExchange Transfer::give_up(TransportError reason) {
  leave_connection();
  HttpExchange exchange =
      reason == TransportError::cancelled
          ? failed(reason, std::string("cancelled ") + stage(progress()), progress())
          : out_of_time();
  exchange.phases = phases();
  return exchange;
}

/// What was known before the time ran out says more than that.
HttpExchange Transfer::out_of_time() {
  if (answer_.tells_refusal()) return answered();
  if (const auto& fault = answer_.fault()) return failed(fault->error, fault->message, progress());
  // A proxy that has refused has done so, though it takes its time with the rest.
  Failure refusal = failure_of(transfer_end(easy(), CURLE_OPERATION_TIMEDOUT, "", progress()));
  if (refusal.error == TransportError::proxy) {
    return failed(refusal.error, std::move(refusal.message), refusal.progress);
  }
  return failed(TransportError::timed_out, std::string("the time ran out ") + stage(progress()),
                progress());
}

HttpExchange Transfer::answered() {
  HttpExchange exchange;
  exchange.response = answer_.take();
  exchange.progress = RequestProgress::answer_begun;
  return exchange;
}

/// libcurl tells when each phase was over, counted from the start of the transfer.
std::optional<ExchangePhases> Transfer::phases() const noexcept {
  if (!measure_) return std::nullopt;
  curl_off_t before = 0;
  const auto until = [&](CURLINFO info) {
    curl_off_t time = 0;
    curl_easy_getinfo(easy(), info, &time);
    const curl_off_t took = std::max<curl_off_t>(time - before, 0);
    before = std::max(before, time);
    return std::chrono::microseconds(took);
  };
  ExchangePhases phases;
  phases.look_up = until(CURLINFO_NAMELOOKUP_TIME_T);
  phases.connect = until(CURLINFO_CONNECT_TIME_T);
  phases.tls = until(CURLINFO_APPCONNECT_TIME_T);
  phases.wait = until(CURLINFO_STARTTRANSFER_TIME_T);
  phases.receive = until(CURLINFO_TOTAL_TIME_T);
  return phases;
}

RequestProgress Transfer::progress() const noexcept {
  if (answer_.begun()) return RequestProgress::answer_begun;
  return request_begun_ ? RequestProgress::maybe_sent : RequestProgress::nothing_sent;
}

HttpExchange Transfer::failed(TransportError error, std::string message, RequestProgress progress) {
  HttpExchange exchange;
  if (answer_.head_complete()) exchange.response = answer_.take();
  answer_.discard();
  exchange.error = error;
  exchange.error_message = std::move(message);
  exchange.progress = progress;
  return exchange;
}

/// Runs `read` on behalf of libcurl, through whose C code no exception may pass. Returns what a
/// callback returns: how much was taken, where anything but all of it ends the transfer.
template <class Read>
std::size_t Transfer::consume(std::size_t size, Read read) noexcept {
  try {
    return read() ? size : 0;
  } catch (const std::bad_alloc&) {
    out_of_memory_ = true;
    return 0;
  }
}

std::size_t Transfer::on_line(char* data, std::size_t size, std::size_t count,
                              void* self) noexcept {
  auto& transfer = *static_cast<Transfer*>(self);
  transfer.flood_guard_.note_progress();
  const std::string_view line(data, size * count);
  return transfer.consume(line.size(), [&] {
    if (!transfer.request_begun_) return transfer.answer_.read_proxy_line(line);
    const bool goes_on = transfer.answer_.read_line(line);
    // Two readers may differ on where this answer ends, and so on where the next would begin.
    if (transfer.answer_.fault()) transfer.forbid_reuse(true);
    return goes_on;
  });
}

std::size_t Transfer::on_body(char* data, std::size_t size, std::size_t count,
                              void* self) noexcept {
  auto& transfer = *static_cast<Transfer*>(self);
  transfer.flood_guard_.note_progress();
  const std::string_view piece(data, size * count);
  return transfer.consume(piece.size(), [&] { return transfer.answer_.read_body(piece); });
}

/// Called with all that libcurl does.
int Transfer::on_progress(void* self, curl_off_t, curl_off_t, curl_off_t, curl_off_t) noexcept {
  return static_cast<Transfer*>(self)->flood_guard_.is_flooded_by(self) ? 1 : 0;
}

/// Called when the connection stands and the request comes next. A second time means that libcurl
/// found a kept connection dead and would send the request again on a new one, by itself, though
/// the service may have carried it out.
int Transfer::on_request(void* self, char* remote_ip, char* local_ip, int,
                         int local_port) noexcept {
  auto& transfer = *static_cast<Transfer*>(self);
  const bool entered = transfer.consume(1, [&] {
    return transfer.sockets_ == nullptr ||
           transfer.enter_connection({local_ip, local_port, remote_ip});
  });
  if (!entered) return CURL_PREREQFUNC_ABORT;
  // A kept connection was looked at when it was made.
  transfer.pin_refused_ = transfer.connected_anew_ && !transfer.pins_.empty() &&
                          !transfer.pins_.hold(server_certificate(transfer.easy()));
  if (transfer.pin_refused_) return CURL_PREREQFUNC_ABORT;
  transfer.repeat_refused_ = transfer.request_begun_;
  transfer.request_begun_ = true;
  return transfer.repeat_refused_ ? CURL_PREREQFUNC_ABORT : CURL_PREREQFUNC_OK;
}

/// Returns whether the connection may be used.
bool Transfer::enter_connection(const OpenSockets::Ends& ends) {
  leave_connection();  // If it was on another before.
  socket_ = sockets_->find(ends, opened_);
  bad_connection_ = !request_begun_ && !connected_anew_ && socket_ && !is_fit(*socket_);
  if (bad_connection_) {
    socket_.reset();
    return false;
  }
  if (socket_) ++socket_->users;
  return true;
}

/// Whether a connection that was kept is good for this request.
bool Transfer::is_fit(const OpenSocket& socket) const {
  // Over HTTP/2 the server may send something at any time.
  const bool shared = socket.http2 || socket.users > 0;
  return shared || keep_alive_.is_good_for(*method_, socket.fd, socket.idle_since);
}

void Transfer::leave_connection() {
  if (!socket_) return;
  --socket_->users;
  socket_->idle_since = KeepAlive::Clock::now();
  long version = CURL_HTTP_VERSION_NONE;
  curl_easy_getinfo(easy(), CURLINFO_HTTP_VERSION, &version);
  if (version == CURL_HTTP_VERSION_2_0) socket_->http2 = true;
  socket_.reset();
}

curl_socket_t Transfer::on_open_socket(void* self, curlsocktype, curl_sockaddr* address) noexcept {
  auto& transfer = *static_cast<Transfer*>(self);
  if (transfer.request_begun_) {
    // The same, noticed before there is a new connection to wait for.
    transfer.repeat_refused_ = true;
    return CURL_SOCKET_BAD;
  }
  transfer.connected_anew_ = true;
  if (transfer.sockets_ == nullptr) {
    return open_socket(address->family, address->socktype, address->protocol);
  }
  curl_socket_t fd = CURL_SOCKET_BAD;
  transfer.consume(1, [&] {
    fd = transfer.sockets_->open(*address, transfer.opened_);
    return true;
  });
  return fd;
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
