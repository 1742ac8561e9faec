// SPDX-License-Identifier: Apache-2.0
#include "runtime/client_core.hpp"

#include <utility>

namespace ionoscloud::container_registry {
inline namespace v0 {

ClientCore::ClientCore(ClientSettings settings, RuntimeServices services)
    : environment_(std::make_shared<CallEnvironment>(std::move(settings), std::move(services))) {}

EventLoopThread& ClientCore::event_loop() {
  return event_loop_.get([this] {
    const ClientSettings& settings = environment_->settings;
    return EventLoopThread(settings.make_exchanges(), settings.max_calls_at_once);
  });
}

CallResponse ClientCore::call(const Operation& operation, CallRequest request,
                              const CallOptions& options) {
  Call call(*environment_, operation, std::move(request), options);
  for (;;) {
    call.begin_attempt();
    HttpExchange exchange =
        environment_->settings.transport->exchange(call.request(), call.exchange_options());
    const auto again = call.next_attempt(exchange);
    if (!again) return call.conclude(std::move(exchange));
    if (*again > environment_->services.clock->now()) {
      environment_->services.sleeper->sleep_until(*again, options.cancellation);
    }
  }
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
