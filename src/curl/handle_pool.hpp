// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <mutex>
#include <vector>

#include "curl/shared_caches.hpp"
#include "curl/warm_handle.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {

/// The handles of one transport in one process: as many as there were calls at once.
class HandlePool {
 public:
  /// Makes the first handle, so that settings which libcurl refuses are found at once. Throws as
  /// `WarmHandle` does. `settings` must outlive the pool.
  explicit HandlePool(const TransferSettings& settings);

  /// Gives a handle back to its pool.
  struct Return {
    HandlePool* pool;
    void operator()(WarmHandle* handle) const noexcept;
  };
  using Lease = std::unique_ptr<WarmHandle, Return>;

  /// Hands out a handle until the lease ends: the one that was used last, whose connection is the
  /// likeliest to stand, or a new one. The pool must outlive the lease.
  [[nodiscard]] Lease borrow();

 private:
  using Owned = std::unique_ptr<WarmHandle>;

  [[nodiscard]] Owned make();
  [[nodiscard]] Owned take_last_used() noexcept;
  void give_back(Owned handle) noexcept;

  const TransferSettings& settings_;
  SharedCaches caches_;
  std::mutex mutex_;
  std::vector<Owned> idle_;
};

}  // namespace v0
}  // namespace ionoscloud::container_registry
