// SPDX-License-Identifier: Apache-2.0
#include "api/steps.hpp"

#include "runtime/async_call.hpp"
#include "runtime/event_loop_thread.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

/// One of the calls.
class AsyncStep final : public AsyncCall {
 public:
  AsyncStep(std::shared_ptr<StepsUnderWay> under_way, Steps::Request request)
      : AsyncCall(under_way->environment(), request.operation, std::move(request.request),
                  std::move(request.options)),
        under_way_(std::move(under_way)) {}

  void complete(CallResponse response) noexcept override {
    under_way_->steps().take(std::move(response));
    go_on();
  }
  void fail(std::exception_ptr error) noexcept override {
    under_way_->steps().take(std::move(error));
    go_on();
  }
  std::unique_ptr<AsyncCall> follow_up() noexcept override { return std::move(next_); }
  void notify() noexcept override {
    if (is_last_) under_way_->end();
  }

 private:
  void go_on() noexcept {
    while (std::optional<Steps::Request> request = under_way_->steps().next()) {
      try {
        next_ = std::make_unique<AsyncStep>(under_way_, *std::move(request));
        return;
      } catch (...) {
        under_way_->steps().take(std::current_exception());
      }
    }
    under_way_->leave_result();
    is_last_ = true;
  }

  const std::shared_ptr<StepsUnderWay> under_way_;
  std::unique_ptr<AsyncCall> next_;
  bool is_last_ = false;
};

}  // namespace

void run_steps(ClientCore& core, Steps& steps) {
  while (std::optional<Steps::Request> request = steps.next()) {
    std::optional<CallResponse> response;
    try {
      response = core.call(request->operation, std::move(request->request), request->options);
    } catch (...) {
      steps.take(std::current_exception());
    }
    if (response) steps.take(*std::move(response));
  }
}

void begin_steps(const CallBegin& begin, const std::shared_ptr<StepsUnderWay>& under_way) {
  auto request = under_way->steps().next();
  if (request && begin.event_loop != nullptr) {
    return begin.event_loop->submit(std::make_unique<AsyncStep>(under_way, *std::move(request)));
  }
  if (request) under_way->steps().take(begin.error);
  under_way->leave_result();
  under_way->end();
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
