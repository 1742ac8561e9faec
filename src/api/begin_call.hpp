// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <exception>
#include <functional>
#include <memory>
#include <optional>
#include <utility>

#include <ionoscloud/container_registry/pending.hpp>

#include "api/api_call.hpp"
#include "api/pending_state.hpp"
#include "runtime/client_core.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {

/// A call whose answer is read on the engine's thread and left in a `PendingState`. `Take` makes of
/// an `ApiResponse<Model>` what the caller is to get.
template <class T, class Model, class Take>
class PendingFlight final : public Flight {
 public:
  PendingFlight(std::shared_ptr<PendingState<T>> state, ClientCore& core, ApiCall<Model> call,
                CallOptions options, Take take)
      : Flight(core.environment(), call.operation, std::move(call.request), std::move(options)),
        state_(std::move(state)),
        read_(std::move(call.read)),
        take_(take) {}

  void land(CallAnswer answer) noexcept override {
    std::optional<T> value;
    std::exception_ptr error;
    try {
      value.emplace(take_(read_(std::move(answer))));
    } catch (...) {
      error = std::current_exception();
    }
    // This thread has let go of the exception when somebody else gets it.
    if (value) {
      state_->set_value(*std::move(value));
    } else {
      state_->set_error(std::move(error));
    }
  }

  void fail(std::exception_ptr error) noexcept override { state_->set_error(std::move(error)); }

 private:
  const std::shared_ptr<PendingState<T>> state_;
  const std::function<ApiResponse<Model>(CallAnswer)> read_;
  const Take take_;
};

/// Begins a call on the client's engine, for what `take` makes of its value.
template <class T, class Model, class Take>
[[nodiscard]] Pending<T> submit(ClientCore& core, ApiCall<Model> call, CallOptions options,
                                Take take) {
  Engine& engine = core.engine();
  auto state = std::make_shared<PendingState<T>>(engine.identity(), options.cancellation);
  options.cancellation = state->cancellation();
  engine.submit(std::make_unique<PendingFlight<T, Model, Take>>(state, core, std::move(call),
                                                                std::move(options), take));
  return Pending<T>(std::move(state));
}

/// Begins a call on the client's engine, for its value alone.
template <class Model>
[[nodiscard]] Pending<Model> begin_call(ClientCore& core, ApiCall<Model> call,
                                        const CallOptions& options) {
  return submit<Model>(core, std::move(call), options,
                       [](ApiResponse<Model> response) { return std::move(response.value); });
}

/// The same, for the value and how it came.
template <class Model>
[[nodiscard]] Pending<ApiResponse<Model>> begin_call_with_http_info(ClientCore& core,
                                                                    ApiCall<Model> call,
                                                                    const CallOptions& options) {
  return submit<ApiResponse<Model>>(core, std::move(call), options,
                                    [](ApiResponse<Model> response) { return response; });
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
