// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <exception>
#include <memory>
#include <optional>
#include <utility>

#include <ionoscloud/container_registry/call_options.hpp>
#include <ionoscloud/container_registry/pending.hpp>

#include "api/begin_call.hpp"
#include "runtime/client_core.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {

/// Something that takes several calls, one after another: which request to send next, and what
/// follows from what came of it. Whoever drives it makes the calls:
///
///     while (auto request = steps.next()) {
///       …                                   // make it, and give what came of it to `take`
///     }
///
/// A derived class has a type `Result`, and `ApiResponse<Result> result()`, which gives how it
/// ended, once, or throws what ended it.
class Steps {
 public:
  /// What to send, and how.
  struct Request {
    const Operation& operation;
    CallRequest request;
    CallOptions options;
  };

  Steps() = default;
  Steps(const Steps&) = delete;
  Steps& operator=(const Steps&) = delete;
  virtual ~Steps() = default;

  /// The next request, once; nothing when all is over.
  [[nodiscard]] virtual std::optional<Request> next() noexcept = 0;

  /// @{
  /// Takes what came of it.
  virtual void take(CallResponse response) noexcept = 0;
  virtual void take(std::exception_ptr error) noexcept = 0;
  /// @}
};

/// Makes the calls on this thread.
void run_steps(ClientCore& core, Steps& steps);

/// Steps whose calls are made on the client's event loop, each of which the next one follows.
class StepsUnderWay {
 public:
  explicit StepsUnderWay(std::shared_ptr<CallEnvironment> environment)
      : environment_(std::move(environment)) {}
  StepsUnderWay(const StepsUnderWay&) = delete;
  StepsUnderWay& operator=(const StepsUnderWay&) = delete;
  virtual ~StepsUnderWay() = default;

  [[nodiscard]] const std::shared_ptr<CallEnvironment>& environment() const noexcept {
    return environment_;
  }
  [[nodiscard]] virtual Steps& steps() noexcept = 0;
  /// Leaves the result where it is waited for.
  virtual void leave_result() noexcept = 0;
  /// Tells that it is there.
  virtual void end() noexcept = 0;

 private:
  const std::shared_ptr<CallEnvironment> environment_;
};

/// The same with a result of its type.
template <class S>
class PendingSteps final : public StepsUnderWay {
 public:
  using Result = typename S::Result;

  /// Makes the steps of `arguments` and the options.
  template <class... Arguments>
  PendingSteps(std::shared_ptr<CallEnvironment> environment, const void* event_loop,
               CallOptions options, Arguments&&... arguments)
      : StepsUnderWay(environment),
        state_(std::make_shared<PendingState<Result>>(event_loop, options.cancellation)),
        steps_(std::move(environment), std::forward<Arguments>(arguments)...,
               with_cancellation(std::move(options))) {}

  [[nodiscard]] Steps& steps() noexcept override { return steps_; }
  void leave_result() noexcept override {
    state_->set_response_of([this] { return steps_.result(); });
  }
  void end() noexcept override { state_->end(); }

  [[nodiscard]] Pending<Result> pending() const noexcept { return Pending<Result>(state_); }

 private:
  [[nodiscard]] CallOptions with_cancellation(CallOptions options) const {
    options.cancellation = state_->cancellation();
    return options;
  }

  const std::shared_ptr<PendingState<Result>> state_;
  S steps_;
};

/// Begins the first call. `begin` says where.
void begin_steps(const CallBegin& begin, const std::shared_ptr<StepsUnderWay>& under_way);

/// Makes the calls of an `S` on the client's event loop.
template <class S, class... Arguments>
[[nodiscard]] Pending<typename S::Result> begin_steps(ClientCore& core, const Operation& operation,
                                                      CallOptions options,
                                                      Arguments&&... arguments) {
  const CallBegin begin = begin_on_event_loop(core, operation);
  const auto under_way =
      std::make_shared<PendingSteps<S>>(core.environment(), begin.identity(), std::move(options),
                                        std::forward<Arguments>(arguments)...);
  begin_steps(begin, under_way);
  return under_way->pending();
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
