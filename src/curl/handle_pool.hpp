// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <cstddef>
#include <memory>
#include <mutex>
#include <vector>

#include "curl/keep_alive.hpp"
#include "curl/shared_caches.hpp"
#include "curl/warm_handle.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {

/// The handles of one transport in one process: as many as there are calls at once, and some more
/// for those that follow.
class HandlePool {
 public:
  /// Makes the first handle, so that settings which libcurl refuses are found at once. Throws as
  /// `Transfer` does. `settings` must outlive the pool.
  explicit HandlePool(const TransferSettings& settings);

  /// Gives a handle back to its pool.
  struct Return {
    HandlePool* pool;
    void operator()(WarmHandle* handle) const noexcept;
  };
  using Lease = std::unique_ptr<WarmHandle, Return>;

  /// Hands out a handle for such a request until the lease ends: the one that was used last, whose
  /// connection is the likeliest to stand, or a new one. The pool must outlive the lease. Throws as
  /// `WarmHandle` does.
  [[nodiscard]] Lease borrow_for(bool creates);

 private:
  using Owned = std::unique_ptr<WarmHandle>;

  [[nodiscard]] Owned make();
  [[nodiscard]] Owned take_last_used() noexcept;
  void give_back(Owned handle) noexcept;
  /// Keeps a handle, if there is one, and hands out the one that was unused for the longest time,
  /// if that should go.
  [[nodiscard]] Owned keep(Owned handle) noexcept;

  const TransferSettings& settings_;
  SharedCaches caches_;
  KeepAlive keep_alive_;
  std::atomic<std::size_t> in_use_{0};
  std::mutex mutex_;
  std::vector<Owned> idle_;
};

}  // namespace v0
}  // namespace ionoscloud::container_registry
