// SPDX-License-Identifier: Apache-2.0
#include "testing/fault_plan.hpp"

#include <string>
#include <utility>

#include "testing/json.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace testing::stub {
namespace {

HttpResponse too_many_requests(std::chrono::seconds retry_after) {
  HttpResponse response = error_response(429, "too many requests in a short time");
  response.headers.add("Retry-After", std::to_string(retry_after.count()));
  return response;
}

}  // namespace

void FaultPlan::add(std::size_t times, Fault fault) {
  if (times == 0) return;
  const std::lock_guard lock(mutex_);
  planned_.push_back({times, std::move(fault)});
}

void FaultPlan::throttle(std::size_t nth, std::chrono::seconds retry_after) {
  const std::lock_guard lock(mutex_);
  throttle_nth_ = nth;
  since_throttled_ = 0;
  retry_after_ = retry_after;
}

Fault FaultPlan::next() {
  const std::lock_guard lock(mutex_);
  Fault fault;
  if (!planned_.empty()) {
    Planned& first = planned_.front();
    fault = first.fault;
    if (--first.times == 0) planned_.pop_front();
  } else if (throttle_nth_ > 0 && ++since_throttled_ == throttle_nth_) {
    since_throttled_ = 0;
    fault.response = too_many_requests(retry_after_);
  }
  return fault;
}

}  // namespace testing::stub
}  // namespace v0
}  // namespace ionoscloud::container_registry
