// SPDX-License-Identifier: Apache-2.0
#include <ionoscloud/container_registry/testing/recording_observer.hpp>

#include <algorithm>
#include <utility>

#include "testing/lock_free_list.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace testing {
namespace {

RecordedCall part_of(const ObservedCall& observed) {
  RecordedCall part;
  part.operation = observed.operation;
  part.method = observed.method;
  part.path = observed.path;
  part.number = observed.number;
  return part;
}

/// Adds a part to the call with its number. Calls that began before the recorder was added are kept
/// too.
void add(const RecordedCall& part, std::vector<RecordedCall>& calls) {
  // From the end: most events are about the latest calls.
  const auto call = std::find_if(calls.rbegin(), calls.rend(), [&](const RecordedCall& one) {
    return one.number == part.number;
  });
  if (call == calls.rend()) return calls.push_back(part);
  std::vector<RecordedAttempt> attempts = std::move(call->attempts);
  attempts.insert(attempts.end(), part.attempts.begin(), part.attempts.end());
  if (part.finished) *call = part;
  call->attempts = std::move(attempts);
}

}  // namespace

/// The events in their order, each as a part of its call.
struct RecordingObserver::State {
  LockFreeList<RecordedCall> parts;
};

RecordingObserver::RecordingObserver() : state_(std::make_unique<State>()) {}
RecordingObserver::~RecordingObserver() = default;

std::vector<RecordedCall> RecordingObserver::calls() const {
  std::vector<RecordedCall> calls;
  state_->parts.for_each([&](const RecordedCall& part) { add(part, calls); });
  return calls;
}

void RecordingObserver::on_call_begun(const ObservedCall& call) noexcept {
  state_->parts.add(part_of(call));
}

void RecordingObserver::on_attempt_finished(const AttemptFinished& event) noexcept {
  RecordedCall part = part_of(event.call);
  RecordedAttempt& attempt = part.attempts.emplace_back();
  attempt.status = event.status;
  attempt.error = event.error;
  attempt.request_id = event.request_id;
  attempt.request_bytes = event.request_bytes;
  attempt.response_bytes = event.response_bytes;
  attempt.elapsed = event.elapsed;
  attempt.phases = event.phases;
  attempt.next_attempt_in = event.next_attempt_in;
  state_->parts.add(std::move(part));
}

void RecordingObserver::on_call_finished(const CallFinished& event) noexcept {
  RecordedCall part = part_of(event.call);
  part.finished = true;
  part.succeeded = event.succeeded;
  part.status = event.status;
  part.error = event.error;
  part.execution = event.execution;
  part.elapsed = event.elapsed;
  state_->parts.add(std::move(part));
}

}  // namespace testing
}  // namespace v0
}  // namespace ionoscloud::container_registry
