// SPDX-License-Identifier: Apache-2.0
#include "curl/warm_handle.hpp"

#include <chrono>
#include <optional>
#include <utility>

#include "curl/poll_wait.hpp"
#include "system/sigpipe_block.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

using Clock = std::chrono::steady_clock;

/// The result of the one transfer of `multi`, once it is over.
std::optional<CURLcode> result_of(CURLM* multi) noexcept {
  int waiting = 0;
  const CURLMsg* message = curl_multi_info_read(multi, &waiting);
  if (message == nullptr || message->msg != CURLMSG_DONE) return std::nullopt;
  return message->data.result;
}

}  // namespace

/// Takes the transfer from the multi handle at its end. A connection that is in the middle of
/// something is closed by that.
class WarmHandle::Detachment {
 public:
  explicit Detachment(WarmHandle& handle) noexcept : handle_(handle) {}
  Detachment(const Detachment&) = delete;
  Detachment& operator=(const Detachment&) = delete;
  ~Detachment() {
    const CURLMcode code = curl_multi_remove_handle(handle_.multi_.get(), handle_.transfer_.easy());
    if (code != CURLM_OK) handle_.broken_ = true;
  }

 private:
  WarmHandle& handle_;
};

WarmHandle::WarmHandle(const TransferSettings& settings, CURLSH* share, KeepAlive& keep_alive)
    : keep_alive_(keep_alive),
      transfer_(settings, share, flood_guard_, keep_alive),
      multi_(make_multi_handle()) {
  // One call at a time needs one connection.
  curl_multi_setopt(multi_.get(), CURLMOPT_MAXCONNECTS, 1L);
}

HttpExchange WarmHandle::exchange(const HttpRequest& request, const ExchangeOptions& options) {
#if LIBCURL_VERSION_NUM < 0x075700
  // Until 7.87, libcurl let OpenSSL write to sockets in a way that raises it.
  const SigpipeBlock no_sigpipe;
#endif
  if (std::optional<HttpExchange> refused = transfer_.begin(request, options)) {
    return std::move(*refused);
  }
  kept_socket_ = CURL_SOCKET_BAD;
  const CURLMcode code = curl_multi_add_handle(multi_.get(), transfer_.easy());
  if (code != CURLM_OK) return fail(code);
  const Detachment detachment(*this);
  const CancellationRegistration registration(options.cancellation, *this);
  return drive(options);
}

HttpExchange WarmHandle::drive(const ExchangeOptions& options) {
  while (true) {
    if (options.cancellation.is_cancelled()) return transfer_.abort(TransportError::cancelled);
    const Clock::time_point now = Clock::now();
    if (now >= options.deadline) return transfer_.abort(TransportError::timed_out);

    int running = 0;
    flood_guard_.begin_work();
    CURLMcode code = curl_multi_perform(multi_.get(), &running);
    if (code != CURLM_OK) return fail(code);
    if (const std::optional<CURLcode> result = result_of(multi_.get())) {
      // libcurl knows it only as long as the transfer is the multi handle's.
      curl_easy_getinfo(transfer_.easy(), CURLINFO_ACTIVESOCKET, &kept_socket_);
      idle_since_ = Clock::now();
      return transfer_.finish(*result);
    }
    code = curl_multi_poll(multi_.get(), nullptr, 0, wait_before(options.deadline, now), nullptr);
    if (code != CURLM_OK) return fail(code);
  }
}

bool WarmHandle::is_usable_for(bool creates) const noexcept {
  if (broken_) return false;
  return kept_socket_ == CURL_SOCKET_BAD ||
         keep_alive_.is_good_for(creates, kept_socket_, idle_since_);
}

HttpExchange WarmHandle::fail(CURLMcode code) {
  broken_ = true;
  return transfer_.finish(code == CURLM_OUT_OF_MEMORY ? CURLE_OUT_OF_MEMORY : CURLE_FAILED_INIT);
}

void WarmHandle::on_cancel() noexcept { curl_multi_wakeup(multi_.get()); }

}  // namespace v0
}  // namespace ionoscloud::container_registry
