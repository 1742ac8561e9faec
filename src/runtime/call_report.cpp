// SPDX-License-Identifier: Apache-2.0
#include "runtime/call_report.hpp"

#include <algorithm>
#include <utility>

namespace ionoscloud::container_registry {
inline namespace v0 {

using std::chrono::duration_cast;

CallReport::CallReport(Observer* observer, const Operation& operation,
                       std::uint64_t number) noexcept
    : observer_(observer), call_{operation.name, operation.method, operation.path, number} {}

void CallReport::begin() const noexcept {
  if (observer_ != nullptr) observer_->on_call_begun(call_);
}

void CallReport::end_attempt(int attempt, const HttpRequest& request, const HttpExchange& exchange,
                             std::string_view request_id, Time now,
                             std::optional<Time> next) noexcept {
  last_status_ = exchange.response.status;
  if (observer_ == nullptr) return;
  AttemptFinished event;
  event.call = call_;
  event.attempt = attempt;
  event.status = exchange.response.status;
  event.error = exchange.error;
  event.request_id = request_id;
  event.request_bytes = request.body.size();
  event.response_bytes = exchange.response.body.size();
  event.elapsed = duration_cast<std::chrono::microseconds>(now - attempt_start_);
  event.phases = exchange.phases;
  if (next) {
    event.next_attempt_in =
        duration_cast<std::chrono::milliseconds>(std::max(*next - now, Time::duration::zero()));
  }
  observer_->on_attempt_finished(event);
}

void CallReport::end(CallFinished event) noexcept {
  Observer* const observer = std::exchange(observer_, nullptr);
  if (observer == nullptr) return;
  event.call = call_;
  observer->on_call_finished(event);
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
