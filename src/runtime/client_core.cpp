// SPDX-License-Identifier: Apache-2.0
#include "runtime/client_core.hpp"

#include <utility>

namespace ionoscloud::container_registry {
inline namespace v0 {

ClientCore::ClientCore(ClientSettings settings, RuntimeServices services)
    : environment_(std::make_shared<CallEnvironment>(std::move(settings), std::move(services))) {}

ClientCore::~ClientCore() {
  std::unique_ptr<Engine> engine(engine_.load());
  // In a fork its thread is missing, and its connections are the parent's: it is left alone for
  // good.
  if (engine && !engine->is_of_this_process()) static_cast<void>(engine.release());
}

Engine& ClientCore::engine() {
  Engine* engine = engine_.load(std::memory_order_acquire);
  if (engine != nullptr && engine->is_of_this_process()) return *engine;
  const ClientSettings& settings = environment_->settings;
  auto own = std::make_unique<Engine>(settings.make_exchanges(), settings.max_calls_at_once);
  if (!engine_.compare_exchange_strong(engine, own.get())) return *engine;
  return *own.release();
}

std::chrono::steady_clock::time_point ClientCore::call_deadline() const {
  return environment_->services.clock->now() + environment_->settings.timeouts.call;
}

CallAnswer ClientCore::call(const Operation& operation, CallRequest request,
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
