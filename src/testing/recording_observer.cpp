// SPDX-License-Identifier: Apache-2.0
#include <ionoscloud/container_registry/testing/recording_observer.hpp>

#include <algorithm>
#include <mutex>

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace testing {

struct RecordingObserver::State {
  /// The call with that number. What was begun before the recorder was there is kept too.
  RecordedCall& call_of(const ObservedCall& observed) {
    // From the end: most events are about the latest calls.
    const auto call = std::find_if(calls.rbegin(), calls.rend(), [&](const RecordedCall& one) {
      return one.number == observed.number;
    });
    if (call != calls.rend()) return *call;
    RecordedCall& added = calls.emplace_back();
    added.operation = observed.operation;
    added.method = observed.method;
    added.path = observed.path;
    added.number = observed.number;
    return added;
  }

  std::mutex mutex;
  std::vector<RecordedCall> calls;
};

RecordingObserver::RecordingObserver() : state_(std::make_unique<State>()) {}
RecordingObserver::~RecordingObserver() = default;

std::vector<RecordedCall> RecordingObserver::calls() const {
  const std::lock_guard<std::mutex> lock(state_->mutex);
  return state_->calls;
}

void RecordingObserver::on_call_begun(const ObservedCall& call) noexcept {
  const std::lock_guard<std::mutex> lock(state_->mutex);
  static_cast<void>(state_->call_of(call));
}

void RecordingObserver::on_attempt_finished(const AttemptFinished& event) noexcept {
  const std::lock_guard<std::mutex> lock(state_->mutex);
  RecordedAttempt& attempt = state_->call_of(event.call).attempts.emplace_back();
  attempt.status = event.status;
  attempt.error = event.error;
  attempt.request_id = event.request_id;
  attempt.request_bytes = event.request_bytes;
  attempt.response_bytes = event.response_bytes;
  attempt.elapsed = event.elapsed;
  attempt.phases = event.phases;
  attempt.next_attempt_in = event.next_attempt_in;
}

void RecordingObserver::on_call_finished(const CallFinished& event) noexcept {
  const std::lock_guard<std::mutex> lock(state_->mutex);
  RecordedCall& call = state_->call_of(event.call);
  call.finished = true;
  call.succeeded = event.succeeded;
  call.status = event.status;
  call.error = event.error;
  call.execution = event.execution;
  call.elapsed = event.elapsed;
}

}  // namespace testing
}  // namespace v0
}  // namespace ionoscloud::container_registry
