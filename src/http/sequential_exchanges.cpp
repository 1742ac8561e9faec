// SPDX-License-Identifier: Apache-2.0
#include "http/sequential_exchanges.hpp"

#include <algorithm>
#include <utility>

namespace ionoscloud::container_registry {
inline namespace v0 {

SequentialExchanges::SequentialExchanges(std::shared_ptr<HttpTransport> transport)
    : transport_(std::move(transport)) {}

void SequentialExchanges::start(Id id, const HttpRequest& request, const ExchangeOptions& options) {
  std::list<Finished> place(1);
  place.front() = {id, transport_->exchange(request, options), false};
  finished_.splice(finished_.end(), place);
}

/// The transport has watched the deadline and the cancellation itself, so its result is final.
HttpExchange SequentialExchanges::abort(Id id, TransportError) {
  const auto found = std::find_if(finished_.begin(), finished_.end(),
                                  [id](const Finished& one) { return one.id == id; });
  HttpExchange exchange = std::move(found->exchange);
  finished_.erase(found);
  return exchange;
}

std::list<ConcurrentExchanges::Finished> SequentialExchanges::work_until(
    std::chrono::steady_clock::time_point time) {
  std::unique_lock<std::mutex> lock(mutex_);
  if (finished_.empty()) condition_.wait_until(lock, time, [this] { return woken_; });
  woken_ = false;
  return std::exchange(finished_, {});
}

void SequentialExchanges::wake() noexcept {
  const std::lock_guard<std::mutex> lock(mutex_);
  woken_ = true;
  condition_.notify_one();
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
