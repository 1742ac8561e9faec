// SPDX-License-Identifier: Apache-2.0
#include "curl/handle_pool.hpp"

#include <algorithm>
#include <new>
#include <system_error>
#include <utility>

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

/// How many handles wait for a call, each with three file descriptors, when fewer are in use.
constexpr std::size_t most_idle = 16;

}  // namespace

HandlePool::HandlePool(const TransferSettings& settings) : settings_(settings) {
  try {
    idle_.push_back(make());
  } catch (const std::system_error&) {
    // The settings are good. Whoever makes a call hears of it, if there is no descriptor then.
  }
}

void HandlePool::Return::operator()(WarmHandle* handle) const noexcept {
  pool->give_back(Owned(handle));
}

HandlePool::Lease HandlePool::borrow_for(bool creates) {
  Owned handle = take_last_used();
  while (handle && !handle->is_usable_for(creates)) handle = take_last_used();
  if (!handle) handle = make();
  ++in_use_;
  return Lease(handle.release(), Return{this});
}

HandlePool::Owned HandlePool::make() {
  return std::make_unique<WarmHandle>(settings_, caches_.get(), keep_alive_);
}

HandlePool::Owned HandlePool::take_last_used() noexcept {
  const std::lock_guard<std::mutex> lock(mutex_);
  if (idle_.empty()) return nullptr;
  Owned handle = std::move(idle_.back());
  idle_.pop_back();
  return handle;
}

void HandlePool::give_back(Owned handle) noexcept {
  --in_use_;
  Owned outworn = keep(std::move(handle));
  while (outworn) outworn = keep(nullptr);
}

HandlePool::Owned HandlePool::keep(Owned handle) noexcept {
  const std::lock_guard<std::mutex> lock(mutex_);
  try {
    if (handle) idle_.push_back(std::move(handle));
  } catch (const std::bad_alloc&) {
    return handle;
  }
  const bool too_many = idle_.size() > std::max(most_idle, in_use_.load());
  // After a burst of calls most handles stay unused, and the service closes their connections.
  constexpr bool for_create = false;
  const bool outworn = too_many || (idle_.size() > 1 && !idle_.front()->is_usable_for(for_create));
  if (!outworn) return nullptr;
  Owned first = std::move(idle_.front());
  idle_.erase(idle_.begin());
  return first;
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
