// SPDX-License-Identifier: Apache-2.0
#include <ionoscloud/container_registry/cancellation.hpp>

#include <algorithm>
#include <atomic>
#include <mutex>
#include <utility>
#include <vector>

namespace ionoscloud::container_registry {
inline namespace v0 {

struct CancellationToken::State {
  std::atomic<bool> cancelled{false};
  // Held while listeners are called, so that unregistering one waits until it is not running.
  std::mutex mutex;
  std::vector<CancellationListener*> listeners;
};

CancellationToken::CancellationToken(std::shared_ptr<State> state) noexcept
    : state_(std::move(state)) {}

bool CancellationToken::is_cancelled() const noexcept {
  return state_ && state_->cancelled.load(std::memory_order_acquire);
}

CancellationSource::CancellationSource() : state_(std::make_shared<CancellationToken::State>()) {}

CancellationToken CancellationSource::token() const noexcept { return CancellationToken(state_); }

void CancellationSource::cancel() noexcept {
  const std::lock_guard<std::mutex> lock(state_->mutex);
  if (state_->cancelled.exchange(true, std::memory_order_acq_rel)) return;
  for (CancellationListener* listener : state_->listeners) listener->on_cancel();
}

bool CancellationSource::is_cancelled() const noexcept { return token().is_cancelled(); }

CancellationListener::~CancellationListener() = default;

CancellationRegistration::CancellationRegistration(const CancellationToken& token,
                                                   CancellationListener& listener)
    : state_(token.state_), listener_(&listener) {
  if (!state_) return;
  const std::lock_guard<std::mutex> lock(state_->mutex);
  state_->listeners.push_back(listener_);
  if (state_->cancelled.load(std::memory_order_relaxed)) listener_->on_cancel();
}

CancellationRegistration::~CancellationRegistration() {
  if (!state_) return;
  const std::lock_guard<std::mutex> lock(state_->mutex);
  auto& listeners = state_->listeners;
  // One of them only: the same listener may be registered twice.
  listeners.erase(std::find(listeners.begin(), listeners.end(), listener_));
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
