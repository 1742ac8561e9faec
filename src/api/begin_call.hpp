// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <exception>
#include <functional>
#include <memory>
#include <utility>

#include <ionoscloud/container_registry/pending.hpp>

#include "api/api_call.hpp"
#include "api/pending_core.hpp"
#include "runtime/client_core.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {

/// A call whose response is read on the event loop's thread and left in a `PendingState`.
template <class Model>
class AsyncApiCall final : public AsyncCall {
 public:
  AsyncApiCall(std::shared_ptr<PendingState<Model>> state, ClientCore& core, ApiCall<Model> call,
               CallOptions options)
      : AsyncCall(core.environment(), call.operation, std::move(call.request), std::move(options)),
        state_(std::move(state)),
        read_(std::move(call.read)) {}

  void complete(CallResponse response) noexcept override {
    state_->set_response_of([&] { return read_(std::move(response)); });
  }

  void fail(std::exception_ptr error) noexcept override { state_->set_error(std::move(error)); }

  void notify() noexcept override { state_->end(); }

 private:
  const std::shared_ptr<PendingState<Model>> state_;
  const std::function<ApiResponse<Model>(CallResponse)> read_;
};

/// Where a call begins: the client's event loop, or else why there is none.
struct CallBegin {
  EventLoopThread* event_loop = nullptr;
  /// A `TransportException`: nothing was sent.
  std::exception_ptr error;

  [[nodiscard]] const void* identity() const noexcept {
    return event_loop == nullptr ? nullptr : event_loop->identity();
  }
};
[[nodiscard]] CallBegin begin_on_event_loop(ClientCore& core, const Operation& operation);

/// Begins a call on the client's event loop.
template <class Model>
[[nodiscard]] Pending<Model> begin_call(ClientCore& core, ApiCall<Model> call,
                                        CallOptions options) {
  const CallBegin begin = begin_on_event_loop(core, call.operation);
  auto state = std::make_shared<PendingState<Model>>(begin.identity(), options.cancellation);
  if (begin.event_loop == nullptr) {
    state->set_error(begin.error);
    state->end();
    return Pending<Model>(state);
  }
  options.cancellation = state->cancellation();
  begin.event_loop->submit(
      std::make_unique<AsyncApiCall<Model>>(state, core, std::move(call), std::move(options)));
  return Pending<Model>(state);
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
