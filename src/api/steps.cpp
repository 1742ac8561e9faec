// SPDX-License-Identifier: Apache-2.0
#include "api/steps.hpp"

#include "runtime/engine.hpp"
#include "runtime/flight.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

/// One of the calls.
class StepFlight final : public Flight {
 public:
  StepFlight(std::shared_ptr<StepsUnderWay> under_way, Steps::Request request)
      : Flight(under_way->environment(), request.operation, std::move(request.request),
               std::move(request.options)),
        under_way_(std::move(under_way)) {}

  void land(CallAnswer answer) noexcept override {
    under_way_->steps().take(std::move(answer));
    go_on();
  }
  void fail(std::exception_ptr error) noexcept override {
    under_way_->steps().take(std::move(error));
    go_on();
  }
  std::unique_ptr<Flight> follower() noexcept override { return std::move(next_); }
  void tell() noexcept override {
    if (is_last_) under_way_->end();
  }

 private:
  void go_on() noexcept {
    while (std::optional<Steps::Request> request = under_way_->steps().next()) {
      try {
        next_ = std::make_unique<StepFlight>(under_way_, *std::move(request));
        return;
      } catch (...) {
        under_way_->steps().take(std::current_exception());
      }
    }
    under_way_->leave_result();
    is_last_ = true;
  }

  const std::shared_ptr<StepsUnderWay> under_way_;
  std::unique_ptr<Flight> next_;
  bool is_last_ = false;
};

}  // namespace

void run_steps(ClientCore& core, Steps& steps) {
  while (std::optional<Steps::Request> request = steps.next()) {
    std::optional<CallAnswer> answer;
    try {
      answer = core.call(request->operation, std::move(request->request), request->options);
    } catch (...) {
      steps.take(std::current_exception());
    }
    if (answer) steps.take(*std::move(answer));
  }
}

void begin_steps(const CallBegin& begin, const std::shared_ptr<StepsUnderWay>& under_way) {
  auto request = under_way->steps().next();
  if (request && begin.engine != nullptr) {
    return begin.engine->submit(std::make_unique<StepFlight>(under_way, *std::move(request)));
  }
  if (request) under_way->steps().take(begin.error);
  under_way->leave_result();
  under_way->end();
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
