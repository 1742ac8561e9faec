// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include <ionoscloud/container_registry/call_options.hpp>

#include "runtime/call.hpp"
#include "runtime/event_loop_thread.hpp"
#include "system/per_process.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {

/// What all APIs of a client share. Safe to use from any number of threads.
class ClientCore {
 public:
  ClientCore(ClientSettings settings, RuntimeServices services);
  ClientCore(const ClientCore&) = delete;
  ClientCore& operator=(const ClientCore&) = delete;
  /// Ends the event loop's calls with `CancelledException`. In a fork of the event loop's process
  /// there is nothing to end: its thread isn't here, and its connections are the parent's.
  ~ClientCore() = default;

  /// Sends a request, again where that is safe, until there is a response. Throws an `Exception`
  /// when there is none.
  [[nodiscard]] CallResponse call(const Operation& operation, CallRequest request,
                                  const CallOptions& options);

  /// What drives calls that nobody waits for. Begins when it is first asked for. Throws
  /// `std::system_error` when there is no thread or no file descriptor left.
  [[nodiscard]] EventLoopThread& event_loop();

  /// Whether pages can be fetched while others are read: not with a transport that makes one
  /// exchange at a time, nor on the thread of an event loop, which would have to wait for itself.
  [[nodiscard]] bool can_ask_ahead() const noexcept {
    return environment_->settings.has_concurrent_exchanges &&
           EventLoopThread::of_this_thread() == nullptr;
  }

  /// What the calls share, for those that an event loop drives.
  [[nodiscard]] const std::shared_ptr<CallEnvironment>& environment() const noexcept {
    return environment_;
  }

 private:
  const std::shared_ptr<CallEnvironment> environment_;
  PerProcess<EventLoopThread> event_loop_;
};

}  // namespace v0
}  // namespace ionoscloud::container_registry
