// SPDX-License-Identifier: Apache-2.0
#include <ionoscloud/container_registry/cancellation.hpp>

#include <algorithm>
#include <atomic>
#include <mutex>
#include <utility>
#include <vector>

#include "system/per_process.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {

struct CancellationToken::State {
  struct Listeners {
    // Held while listeners are called, so that unregistering one waits until its call returns.
    std::mutex mutex;
    std::vector<CancellationListener*> all;
    bool called = false;

    void call_once() noexcept {
      if (std::exchange(called, true)) return;
      for (CancellationListener* listener : all) listener->on_cancel();
    }
  };

  // `cancel` sets it and calls the listeners then; a registration adds its listener and checks it
  // then. So no listener is missed.
  std::atomic<bool> cancelled{false};
  /// A forked process has its own: the parent's belong to calls that continue in the parent only.
  PerProcess<Listeners> listeners;
};

CancellationToken::CancellationToken(std::shared_ptr<State> state) noexcept
    : state_(std::move(state)) {}

bool CancellationToken::is_cancelled() const noexcept {
  return state_ && state_->cancelled.load(std::memory_order_acquire);
}

CancellationSource::CancellationSource() : state_(std::make_shared<CancellationToken::State>()) {}

CancellationToken CancellationSource::token() const noexcept { return CancellationToken(state_); }

void CancellationSource::cancel() noexcept {
  if (state_->cancelled.exchange(true)) return;
  auto* const listeners = state_->listeners.own();
  if (listeners == nullptr) return;
  const std::lock_guard<std::mutex> lock(listeners->mutex);
  listeners->call_once();
}

bool CancellationSource::is_cancelled() const noexcept { return token().is_cancelled(); }

CancellationListener::~CancellationListener() = default;

CancellationRegistration::CancellationRegistration(const CancellationToken& token,
                                                   CancellationListener& listener)
    : state_(token.state_), listener_(&listener) {
  if (!state_) return;
  auto& listeners = state_->listeners.get();
  const std::lock_guard<std::mutex> lock(listeners.mutex);
  listeners.all.push_back(listener_);
  if (listeners.called) {
    listener_->on_cancel();
  } else if (state_->cancelled.load()) {
    listeners.call_once();
  }
}

CancellationRegistration::~CancellationRegistration() {
  // A forked process doesn't have the listeners that its parent registered.
  auto* const listeners = state_ ? state_->listeners.own() : nullptr;
  if (listeners == nullptr) return;
  const std::lock_guard<std::mutex> lock(listeners->mutex);
  // Removes one registration only: the same listener may be registered twice.
  const auto found = std::find(listeners->all.begin(), listeners->all.end(), listener_);
  if (found != listeners->all.end()) listeners->all.erase(found);
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
