// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <mutex>
#include <vector>

#include <ionoscloud/container_registry/testing/stub_server.hpp>

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace testing::stub {

/// The requests that arrived. Safe to use from any number of threads.
class RequestLog {
 public:
  /// A log that keeps the requests, or one that only counts them.
  explicit RequestLog(bool keeps_requests) : keeps_requests_(keeps_requests) {}

  /// Returns the request's number; that of the first is 1.
  std::size_t add(const ReceivedRequest& request) {
    const std::lock_guard lock(mutex_);
    if (keeps_requests_) requests_.push_back(request);
    return ++count_;
  }

  [[nodiscard]] std::vector<ReceivedRequest> requests() const {
    const std::lock_guard lock(mutex_);
    return requests_;
  }

  [[nodiscard]] std::size_t count() const {
    const std::lock_guard lock(mutex_);
    return count_;
  }

 private:
  const bool keeps_requests_;
  mutable std::mutex mutex_;
  std::vector<ReceivedRequest> requests_;
  std::size_t count_ = 0;
};

}  // namespace testing::stub
}  // namespace v0
}  // namespace ionoscloud::container_registry
