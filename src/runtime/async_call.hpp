// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <exception>
#include <memory>
#include <utility>

#include <ionoscloud/container_registry/call_options.hpp>

#include "runtime/call.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {

/// A call in the hands of an event loop, with all that it needs, and what is to become of its end.
class AsyncCall {
 public:
  AsyncCall(std::shared_ptr<CallEnvironment> environment, const Operation& operation,
            CallRequest request, CallOptions options)
      : environment_(std::move(environment)),
        options_(std::move(options)),
        call_(*environment_, operation, std::move(request), options_) {}
  AsyncCall(const AsyncCall&) = delete;
  AsyncCall& operator=(const AsyncCall&) = delete;
  virtual ~AsyncCall() = default;

  [[nodiscard]] Call& state_machine() noexcept { return call_; }
  [[nodiscard]] const CancellationToken& cancellation() const noexcept {
    return options_.cancellation;
  }

  /// One of the two is called, once, on the event loop's thread.
  virtual void complete(CallResponse response) noexcept = 0;
  virtual void fail(std::exception_ptr error) noexcept = 0;
  /// Asked for behind either: the call that follows on this one, none as a rule. It gets the place
  /// of this one among those that are under way, so that what was begun isn't left half done behind
  /// all that wait.
  virtual std::unique_ptr<AsyncCall> follow_up() noexcept { return nullptr; }
  /// Tells the end to whoever waits for it, later: a thread that wakes at once takes the event
  /// loop's place, and then each call costs two turns of threads.
  virtual void notify() noexcept = 0;

 private:
  const std::shared_ptr<CallEnvironment> environment_;
  const CallOptions options_;
  Call call_;
};

}  // namespace v0
}  // namespace ionoscloud::container_registry
