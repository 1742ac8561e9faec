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

/// A call whose answer is read on the engine's thread and left in a `PendingState`.
template <class Model>
class PendingFlight final : public Flight {
 public:
  PendingFlight(std::shared_ptr<PendingState<Model>> state, ClientCore& core, ApiCall<Model> call,
                CallOptions options)
      : Flight(core.environment(), call.operation, std::move(call.request), std::move(options)),
        state_(std::move(state)),
        read_(std::move(call.read)) {}

  void land(CallAnswer answer) noexcept override {
    state_->set_response_of([&] { return read_(std::move(answer)); });
  }

  void fail(std::exception_ptr error) noexcept override { state_->set_error(std::move(error)); }

  void tell() noexcept override { state_->end(); }

 private:
  const std::shared_ptr<PendingState<Model>> state_;
  const std::function<ApiResponse<Model>(CallAnswer)> read_;
};

/// Where a call begins: the client's engine, or else why there is none.
struct CallBegin {
  Engine* engine = nullptr;
  /// A `TransportException`: nothing was sent.
  std::exception_ptr error;

  [[nodiscard]] const void* identity() const noexcept {
    return engine == nullptr ? nullptr : engine->identity();
  }
};
[[nodiscard]] CallBegin begin_on_engine(ClientCore& core, const Operation& operation);

/// Begins a call on the client's engine.
template <class Model>
[[nodiscard]] Pending<Model> begin_call(ClientCore& core, ApiCall<Model> call,
                                        CallOptions options) {
  const CallBegin begin = begin_on_engine(core, call.operation);
  auto state = std::make_shared<PendingState<Model>>(begin.identity(), options.cancellation);
  if (begin.engine == nullptr) {
    state->set_error(begin.error);
    state->end();
    return Pending<Model>(state);
  }
  options.cancellation = state->cancellation();
  begin.engine->submit(
      std::make_unique<PendingFlight<Model>>(state, core, std::move(call), std::move(options)));
  return Pending<Model>(state);
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
