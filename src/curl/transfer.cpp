// SPDX-License-Identifier: Apache-2.0
#include "curl/transfer.hpp"

#include <algorithm>
#include <limits>
#include <new>
#include <string_view>

#include "http/http_rules.hpp"
#include "system/socket.hpp"
#include "system/socket_api.hpp"

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
  events_ = {};
  connected_anew_ = false;
  bad_connection_ = false;
  creates_ = options.creates;
  measure_ = options.measure;
  opened_.clear();
  error_text_[0] = '\0';
  response_.begin(request.method, options, multiplexed_);
  forbid_reuse(false);
  if (breaks_lines(request)) {
    return outcome().failed(
        TransportError::send,
        "the request's URL or one of its headers has a line break or a NUL in it");
  }

  if (const CURLUcode result = set_url(request.url); result != CURLUE_OK) {
    return outcome().failed(
        TransportError::send,
        std::string("the URL is none to send a request to: ") + curl_url_strerror(result));
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

/// HTTP/2 gains nothing where a connection has one request at a time, and then its responses, of
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
  // Newer libcurl would send the next requests on a connection whose HTTP/2 has failed.
  if (code == CURLE_HTTP2 && socket_) shut_down_socket(socket_->fd);
  leave_connection();
  if (events_.repeat_refused && creates_) keep_alive_.note_loss();
  HttpExchange exchange = outcome().ended(code, error_text_.data());
  exchange.phases = phases();
  return exchange;
}

HttpExchange Transfer::abort(TransportError reason) {
  leave_connection();
  HttpExchange exchange = outcome().given_up(reason);
  exchange.phases = phases();
  return exchange;
}

TransferOutcome Transfer::outcome() noexcept {
  return TransferOutcome(easy(), events_, flood_guard_, response_);
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
  phases.dns_lookup = until(CURLINFO_NAMELOOKUP_TIME_T);
  phases.connect = until(CURLINFO_CONNECT_TIME_T);
  phases.tls = until(CURLINFO_APPCONNECT_TIME_T);
  phases.wait = until(CURLINFO_STARTTRANSFER_TIME_T);
  phases.receive = until(CURLINFO_TOTAL_TIME_T);
  return phases;
}

/// Runs `read` on behalf of libcurl, through whose C code no exception may pass. Returns what a
/// callback returns: how much was taken, where anything but all of it ends the transfer.
template <class Read>
std::size_t Transfer::consume(std::size_t size, Read read) noexcept {
  try {
    return read() ? size : 0;
  } catch (const std::bad_alloc&) {
    events_.out_of_memory = true;
    return 0;
  }
}

std::size_t Transfer::on_line(char* data, std::size_t size, std::size_t count,
                              void* self) noexcept {
  auto& transfer = *static_cast<Transfer*>(self);
  transfer.flood_guard_.note_progress();
  const std::string_view line(data, size * count);
  return transfer.consume(line.size(), [&] {
    if (!transfer.events_.request_begun) return transfer.response_.read_proxy_line(line);
    const bool goes_on = transfer.response_.read_line(line);
    // Two readers may differ on where this response ends, and so on where the next would begin.
    if (transfer.response_.fault()) transfer.forbid_reuse(true);
    return goes_on;
  });
}

std::size_t Transfer::on_body(char* data, std::size_t size, std::size_t count,
                              void* self) noexcept {
  auto& transfer = *static_cast<Transfer*>(self);
  transfer.flood_guard_.note_progress();
  const std::string_view piece(data, size * count);
  return transfer.consume(piece.size(), [&] { return transfer.response_.read_body(piece); });
}

/// Called with all that libcurl does, of which only the way through the proxy is watched by this.
int Transfer::on_progress(void* self, curl_off_t, curl_off_t, curl_off_t, curl_off_t) noexcept {
  auto& transfer = *static_cast<Transfer*>(self);
  return !transfer.events_.request_begun && transfer.flood_guard_.is_flooded_by(self) ? 1 : 0;
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
  transfer.events_.pin_refused = transfer.connected_anew_ && !transfer.pins_.empty() &&
                                 !transfer.pins_.hold(server_certificate(transfer.easy()));
  if (transfer.events_.pin_refused) return CURL_PREREQFUNC_ABORT;
  transfer.events_.repeat_refused = transfer.events_.request_begun;
  transfer.events_.request_begun = true;
  return transfer.events_.repeat_refused ? CURL_PREREQFUNC_ABORT : CURL_PREREQFUNC_OK;
}

/// Returns whether the connection may be used.
bool Transfer::enter_connection(const SocketEnds& ends) {
  leave_connection();  // If it was on another before.
  socket_ = sockets_->find(ends, opened_);
  bad_connection_ = !events_.request_begun && !connected_anew_ && socket_ && !is_fit(*socket_);
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
  return shared || keep_alive_.is_good_for(creates_, socket.fd, socket.idle_since);
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
  if (transfer.events_.request_begun) {
    // The same, noticed before there is a new connection to wait for.
    transfer.events_.repeat_refused = true;
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
