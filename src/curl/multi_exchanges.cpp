// SPDX-License-Identifier: Apache-2.0
#include "curl/multi_exchanges.hpp"

#include <algorithm>
#include <new>
#include <utility>

#include "curl/idle_connections.hpp"
#include "curl/poll_wait.hpp"
#include "system/sigpipe_block.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

/// How many handles are kept for the next exchanges, and how many connections.
constexpr std::size_t most_kept = 128;

TransferSettings without_http2(TransferSettings settings) {
  settings.multiplexed = false;
  return settings;
}

void check(CURLMcode code) {
  if (code == CURLM_OUT_OF_MEMORY) throw std::bad_alloc();
}

}  // namespace

MultiExchanges::MultiExchanges(TransferSettings settings, std::chrono::milliseconds rest)
    : repeatable_(settings, SharedCaches::Connections::not_shared),
      unrepeatable_(without_http2(std::move(settings)),
                    SharedCaches::Connections::shared_in_one_thread),
      multi_(make_multi_handle()),
      rest_(rest) {
  curl_multi_setopt(multi_.get(), CURLMOPT_PIPELINING, CURLPIPE_MULTIPLEX);
  curl_multi_setopt(multi_.get(), CURLMOPT_MAXCONNECTS, static_cast<long>(most_kept));
  // Whatever libcurl refuses it refuses here.
  for (Channel* channel : {&repeatable_, &unrepeatable_}) {
    channel->idle.reserve(most_kept);
    channel->idle.push_back(take_idle(*channel));
  }
}

MultiExchanges::~MultiExchanges() {
  for (const auto& [id, exchange] : under_way_) {
    curl_multi_remove_handle(multi_.get(), exchange.transfer->easy());
  }
}

void MultiExchanges::start(Id id, const HttpRequest& request, const ExchangeOptions& options) {
  Channel& channel = channel_for(options.creates);
  UnderWay exchange{&channel, take_idle(channel), &request, options, std::list<Finished>(1)};
  begin(id, exchange);
}

void MultiExchanges::begin(Id id, UnderWay& exchange) {
  Transfer& transfer = *exchange.transfer;
  if (auto refused = transfer.begin(*exchange.request, exchange.options)) {
    keep(exchange);
    return tell(exchange, {id, std::move(*refused), false});
  }
  curl_easy_setopt(transfer.easy(), CURLOPT_PRIVATE, reinterpret_cast<void*>(id));
  has_connections_ = true;
  const auto entry = under_way_.emplace(id, std::move(exchange)).first;
  const CURLMcode code = curl_multi_add_handle(multi_.get(), transfer.easy());
  if (code == CURLM_OK) return;
  exchange = std::move(entry->second);
  under_way_.erase(entry);
  check(code);
  tell(exchange, {id, exchange.transfer->finish(CURLE_FAILED_INIT), false});
}

HttpExchange MultiExchanges::abort(Id id, TransportError reason) {
  const auto over = std::find_if(finished_.begin(), finished_.end(),
                                 [id](const Finished& one) { return one.id == id; });
  if (over != finished_.end()) {
    HttpExchange exchange = std::move(over->exchange);
    finished_.erase(over);
    return exchange;
  }
#if LIBCURL_VERSION_NUM < 0x075700
  // A reset of a stream, or the end of TLS, is written as anything else is.
  const SigpipeBlock no_sigpipe;
#endif
  return take(id).transfer->abort(reason);
}

std::list<ConcurrentExchanges::Finished> MultiExchanges::work_until(
    std::chrono::steady_clock::time_point time) {
#if LIBCURL_VERSION_NUM < 0x075700
  // Until 7.87, libcurl let OpenSSL write to sockets in a way that raises it.
  const SigpipeBlock no_sigpipe;
#endif
  collect();
  if (finished_.empty()) {
    wait_until(time);
    collect();
  }
  return std::exchange(finished_, {});
}

void MultiExchanges::wait_until(std::chrono::steady_clock::time_point time) {
  const auto now = std::chrono::steady_clock::now();
  const bool may_rest = has_connections_ && under_way_.empty();
  const auto end = may_rest ? std::min(time, now + rest_) : time;
  check(curl_multi_poll(multi_.get(), nullptr, 0, wait_before(end, now), nullptr));
  if (may_rest && std::chrono::steady_clock::now() >= now + rest_) close_connections();
}

void MultiExchanges::close_connections() {
  for (const Channel* channel : {&repeatable_, &unrepeatable_}) {
    close_idle_connections(multi_.get(), channel->caches.get());
  }
  has_connections_ = false;
}

void MultiExchanges::wake() noexcept { curl_multi_wakeup(multi_.get()); }

MultiExchanges::Channel& MultiExchanges::channel_for(bool creates) noexcept {
  return creates ? unrepeatable_ : repeatable_;
}

MultiExchanges::Owned MultiExchanges::take_idle(Channel& channel) {
  if (channel.idle.empty()) {
    return std::make_unique<Transfer>(channel.settings, channel.caches.get(), flood_guard_,
                                      keep_alive_, &sockets_);
  }
  Owned transfer = std::move(channel.idle.back());
  channel.idle.pop_back();
  return transfer;
}

/// A connection that is in the middle of something is closed by that; with HTTP/2 its stream is.
MultiExchanges::UnderWay MultiExchanges::take(Id id) {
  const auto entry = under_way_.find(id);
  UnderWay exchange = std::move(entry->second);
  under_way_.erase(entry);
  curl_multi_remove_handle(multi_.get(), exchange.transfer->easy());
  return exchange;
}

void MultiExchanges::keep(UnderWay& exchange) {
  std::vector<Owned>& idle = exchange.channel->idle;
  if (idle.size() < most_kept) idle.push_back(std::move(exchange.transfer));
}

void MultiExchanges::collect() {
  int running = 0;
  flood_guard_.begin_work();
  check(curl_multi_perform(multi_.get(), &running));
  int waiting = 0;
  while (const CURLMsg* message = curl_multi_info_read(multi_.get(), &waiting)) {
    if (message->msg != CURLMSG_DONE) continue;
    void* id = nullptr;
    curl_easy_getinfo(message->easy_handle, CURLINFO_PRIVATE, &id);
    finish(reinterpret_cast<Id>(id), message->data.result);
  }
}

void MultiExchanges::finish(Id id, CURLcode code) {
  HttpExchange result;
  bool out_of_memory = false;
  bool anew = false;
  try {
    // What libcurl knows of the connection it forgets when the handle leaves.
    Transfer& transfer = *under_way_.at(id).transfer;
    result = transfer.finish(code);
    anew = transfer.met_bad_connection();
  } catch (const std::bad_alloc&) {
    out_of_memory = true;
  }
  UnderWay exchange = take(id);
  try {
    if (anew) return begin(id, exchange);
  } catch (const std::bad_alloc&) {
    out_of_memory = true;
  }
  keep(exchange);
  tell(exchange, {id, std::move(result), out_of_memory});
}

void MultiExchanges::tell(UnderWay& exchange, Finished end) noexcept {
  exchange.end.front() = std::move(end);
  finished_.splice(finished_.end(), exchange.end);
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
