// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <memory>
#include <string>

#include <ionoscloud/container_registry/call_options.hpp>

#include "runtime/call.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {

/// What all APIs of a client share. Safe to use from any number of threads.
class ClientCore {
 public:
  ClientCore(ClientSettings settings, RuntimeServices services);

  /// Sends a request, again where that is safe, until there is an answer. Throws an `Exception`
  /// when there is none.
  [[nodiscard]] CallAnswer call(const Operation& operation, CallRequest request,
                                const CallOptions& options);

  /// The deadline of a call that begins now and has none of its own.
  [[nodiscard]] std::chrono::steady_clock::time_point call_deadline() const;

  /// The user name of the credentials; empty when it isn't known.
  [[nodiscard]] const std::string& account() const noexcept {
    return environment_->settings.account;
  }

 private:
  const std::shared_ptr<CallEnvironment> environment_;
};

}  // namespace v0
}  // namespace ionoscloud::container_registry
