// SPDX-License-Identifier: Apache-2.0
#include "api/create_drivers.hpp"

#include <exception>
#include <optional>
#include <utility>

#include "api/begin_call.hpp"
#include "api/operations.hpp"
#include "runtime/engine.hpp"
#include "runtime/flight.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

/// What the flights of one create have in common.
struct CreateUnderWay {
  CreateUnderWay(std::shared_ptr<CallEnvironment> with_environment, const void* engine,
                 const RegistryId& registry_id, const PostTokenInput& input, TokenNaming naming,
                 CallOptions options)
      : environment(std::move(with_environment)),
        state(std::make_shared<PendingState<ReconciledToken>>(engine, options.cancellation)),
        create(environment, registry_id, input, naming, with_cancellation(std::move(options))) {}

  [[nodiscard]] CallOptions with_cancellation(CallOptions options) const {
    options.cancellation = state->cancellation();
    return options;
  }

  /// Leaves the end where it is waited for.
  void conclude() noexcept {
    std::exception_ptr error;
    try {
      return state->set_response(create.result());
    } catch (...) {
      error = std::current_exception();
    }
    // This thread has let go of the exception when somebody else gets it.
    state->set_error(std::move(error));
  }

  const std::shared_ptr<CallEnvironment> environment;
  const std::shared_ptr<PendingState<ReconciledToken>> state;
  ReconciledCreate create;
};

/// One of its calls.
class CreateFlight final : public Flight {
 public:
  CreateFlight(std::shared_ptr<CreateUnderWay> under_way, ReconciledCreate::Request request)
      : Flight(under_way->environment, request.operation, std::move(request.request),
               std::move(request.options)),
        under_way_(std::move(under_way)) {}

  void land(CallAnswer answer) noexcept override {
    under_way_->create.take(std::move(answer));
    go_on();
  }
  void fail(std::exception_ptr error) noexcept override {
    under_way_->create.take(std::move(error));
    go_on();
  }
  std::unique_ptr<Flight> follower() noexcept override { return std::move(next_); }
  void tell() noexcept override {
    if (is_last_) under_way_->state->end();
  }

 private:
  void go_on() noexcept {
    while (std::optional<ReconciledCreate::Request> request = under_way_->create.next()) {
      try {
        next_ = std::make_unique<CreateFlight>(under_way_, *std::move(request));
        return;
      } catch (...) {
        under_way_->create.take(std::current_exception());
      }
    }
    under_way_->conclude();
    is_last_ = true;
  }

  const std::shared_ptr<CreateUnderWay> under_way_;
  std::unique_ptr<Flight> next_;
  bool is_last_ = false;
};

}  // namespace

ReconciledToken run_create(ClientCore& core, const RegistryId& registry_id,
                           const PostTokenInput& input, TokenNaming naming,
                           const CallOptions& options) {
  ReconciledCreate create(core.environment(), registry_id, input, naming, options);
  while (std::optional<ReconciledCreate::Request> request = create.next()) {
    std::optional<CallAnswer> answer;
    try {
      answer = core.call(request->operation, std::move(request->request), request->options);
    } catch (...) {
      create.take(std::current_exception());
    }
    if (answer) create.take(*std::move(answer));
  }
  return create.result().value;
}

Pending<ReconciledToken> begin_create(ClientCore& core, const RegistryId& registry_id,
                                      const PostTokenInput& input, TokenNaming naming,
                                      CallOptions options) {
  const CallBegin begin = begin_on_engine(core, operations::registries_tokens_post);
  const auto under_way = std::make_shared<CreateUnderWay>(
      core.environment(), begin.identity(), registry_id, input, naming, std::move(options));
  ReconciledCreate& create = under_way->create;
  auto request = create.next();
  if (request && begin.engine != nullptr) {
    begin.engine->submit(std::make_unique<CreateFlight>(under_way, *std::move(request)));
    return Pending<ReconciledToken>(under_way->state);
  }
  if (request) create.take(begin.error);
  under_way->conclude();
  under_way->state->end();
  return Pending<ReconciledToken>(under_way->state);
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
