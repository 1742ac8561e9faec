// SPDX-License-Identifier: Apache-2.0
#include "curl/handle_pool.hpp"

#include <new>
#include <utility>

namespace ionoscloud::container_registry {
inline namespace v0 {

HandlePool::HandlePool(const TransferSettings& settings) : settings_(settings) {
  give_back(make());
}

void HandlePool::Return::operator()(WarmHandle* handle) const noexcept {
  pool->give_back(Owned(handle));
}

HandlePool::Lease HandlePool::borrow() {
  Owned handle = take_last_used();
  while (handle && !handle->is_usable()) handle = take_last_used();
  if (!handle) handle = make();
  return Lease(handle.release(), Return{this});
}

HandlePool::Owned HandlePool::make() {
  return std::make_unique<WarmHandle>(settings_, caches_.get());
}

HandlePool::Owned HandlePool::take_last_used() noexcept {
  const std::lock_guard<std::mutex> lock(mutex_);
  if (idle_.empty()) return nullptr;
  Owned handle = std::move(idle_.back());
  idle_.pop_back();
  return handle;
}

void HandlePool::give_back(Owned handle) noexcept {
  // After a burst of calls most handles stay idle. One call after another, the longest unused of
  // them go whose connections the service has closed.
  Owned outworn;
  const std::lock_guard<std::mutex> lock(mutex_);
  try {
    idle_.push_back(std::move(handle));
  } catch (const std::bad_alloc&) {
    return;  // The pool has one handle less.
  }
  if (idle_.size() > 1 && !idle_.front()->is_usable()) {
    outworn = std::move(idle_.front());
    idle_.erase(idle_.begin());
  }
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
