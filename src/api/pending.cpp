// SPDX-License-Identifier: Apache-2.0
#include <ionoscloud/container_registry/pending.hpp>

#include <stdexcept>
#include <utility>

#include "api/pending_core.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {

PendingCall::PendingCall() noexcept = default;
PendingCall::PendingCall(std::shared_ptr<PendingCore> core) noexcept : core_(std::move(core)) {}
PendingCall::PendingCall(PendingCall&&) noexcept = default;
PendingCall& PendingCall::operator=(PendingCall&&) noexcept = default;
PendingCall::~PendingCall() = default;

bool PendingCall::is_ready() const noexcept { return core_ && core_->is_over(); }

void PendingCall::wait() const { core()->wait(); }

bool PendingCall::wait_at_most(std::chrono::nanoseconds time) const {
  return core()->wait_for(time);
}

void PendingCall::cancel() const noexcept {
  if (core_) core_->cancel();
}

std::shared_ptr<void> PendingCall::take_response() {
  wait();
  return PendingCore::take_response(std::exchange(core_, nullptr));
}

void PendingCall::when_ready(std::function<void()> act) const {
  // By the time it has been told, the call may be over and this be gone.
  const std::shared_ptr<PendingCore> waited_for = core();
  waited_for->when_over(std::move(act));
}

void PendingCall::hand_over(std::function<void()> act) {
  // Without memory for it, the call is still ours.
  core()->prepare_to_wait();
  std::exchange(core_, nullptr)->when_over(std::move(act));
}

void PendingCall::withdraw() const noexcept {
  if (core_) core_->forget_act();
}

const std::shared_ptr<PendingCore>& PendingCall::core() const {
  if (!core_) throw std::logic_error("there is no call, or its end was taken before");
  return core_;
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
