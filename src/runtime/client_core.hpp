// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <optional>
#include <string>

#include <ionoscloud/container_registry/call_options.hpp>
#include <ionoscloud/container_registry/exceptions.hpp>
#include <ionoscloud/container_registry/transport.hpp>

#include "runtime/client_settings.hpp"
#include "runtime/operation.hpp"
#include "runtime/retry_budget.hpp"
#include "runtime/services.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {

/// What a call sends.
struct CallRequest {
  /// Path and query behind the base URL, encoded.
  std::string target;
  std::string body;
};

/// The answer that a call ended with, whatever its status, and how it came.
struct CallAnswer {
  HttpResponse response;
  std::string url;
  int attempts = 0;
  /// Of all attempts together: an earlier one may have been carried out when the last was refused.
  Execution execution = Execution::none;
  /// An attempt before the last may have been carried out.
  bool unclear_before = false;
  std::optional<std::chrono::seconds> retry_after;
  std::chrono::microseconds elapsed{0};
  /// What messages about a refusal must not show; empty for a success.
  std::vector<Secret> secrets;
};

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
  [[nodiscard]] const std::string& account() const noexcept { return settings_.account; }

 private:
  class Call;

  ClientSettings settings_;
  RuntimeServices services_;
  RetryBudget retry_budget_;
};

}  // namespace v0
}  // namespace ionoscloud::container_registry
