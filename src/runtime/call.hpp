// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <ionoscloud/container_registry/call_options.hpp>
#include <ionoscloud/container_registry/exceptions.hpp>
#include <ionoscloud/container_registry/transport.hpp>

#include "runtime/call_failure.hpp"
#include "runtime/call_report.hpp"
#include "runtime/client_settings.hpp"
#include "runtime/evidence.hpp"
#include "runtime/jitter.hpp"
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

/// The response that a call ended with, whatever its status, and how it came.
struct CallResponse {
  HttpResponse http;
  /// The service's id of the request, and the URL, as they may be shown.
  std::string request_id;
  std::string url;
  int attempts = 0;
  /// Of all attempts together: an earlier one may have been carried out when the last was refused.
  Execution execution = Execution::none;
  /// An attempt before the last may have been carried out.
  bool unclear_before = false;
  std::optional<std::chrono::seconds> retry_after;
  std::chrono::microseconds elapsed{0};
  /// How long ago the last attempt began.
  std::chrono::steady_clock::duration since_attempt{0};
  /// What of the configuration to look at, when it isn't the service that refuses.
  std::string advice;
  /// What messages must not show; of a success without those of the configuration.
  std::vector<Secret> secrets;
};

/// What the calls of a client share. Safe to use from any number of threads.
struct CallEnvironment {
  CallEnvironment(ClientSettings with_settings, RuntimeServices with_services)
      : settings(std::move(with_settings)), services(std::move(with_services)) {}

  const ClientSettings settings;
  const RuntimeServices services;
  RetryBudget retry_budget;
  std::atomic<std::uint64_t> calls{0};
};

/// When a call with these options must be over that begins now.
[[nodiscard]] std::chrono::steady_clock::time_point deadline_of(const CallOptions& options,
                                                                const CallEnvironment& environment);

/// The options of each of several calls, whose timeout counts from now for all of them. Throws
/// `InvalidArgumentException` for a timeout that isn't longer than 0.
[[nodiscard]] CallOptions counted_from_now(CallOptions options, const Operation& operation,
                                           const CallEnvironment& environment);

/// One call as a sans-I/O state machine: it says what to send, and decides from each result whether
/// to try again. It makes no exchange and never waits; `ClientCore::call` and the event loop drive
/// it, so that both forms of a call behave alike:
///
///     for (;;) {
///       call.begin_attempt();
///       HttpExchange exchange = …(call.request(), call.exchange_options());
///       const auto again = call.next_attempt(exchange);
///       if (!again) return call.conclude(std::move(exchange));
///       …  // wait until *again, unless the call is cancelled
///     }
///
/// All functions throw an `Exception` when the call has failed for good.
class Call {
 public:
  using Time = std::chrono::steady_clock::time_point;

  /// Checks the options. They and `environment` must outlive the call.
  Call(CallEnvironment& environment, const Operation& operation, CallRequest request,
       const CallOptions& options);
  Call(const Call&) = delete;
  Call& operator=(const Call&) = delete;
  ~Call();

  /// When it must be over.
  [[nodiscard]] Time deadline() const noexcept { return deadline_; }

  /// Makes the next attempt ready, if there is time left for one.
  void begin_attempt();
  /// What it sends; stays as it is until the next attempt.
  [[nodiscard]] const HttpRequest& request() const noexcept { return request_; }
  /// What it must keep to.
  [[nodiscard]] ExchangeOptions exchange_options() const;

  /// Takes note of what came of an attempt. Returns when to begin another; nothing when this was
  /// the last.
  [[nodiscard]] std::optional<Time> next_attempt(const HttpExchange& exchange);

  /// Ends it between two attempts.
  [[noreturn]] void throw_cancelled() const;

  /// The response of the last attempt.
  [[nodiscard]] CallResponse conclude(HttpExchange exchange);

 private:
  void prepare(CallRequest request);
  [[nodiscard]] std::optional<Time> time_of_next_attempt(const HttpExchange& exchange);
  void report_end(std::optional<TransportError> error) const noexcept;
  void authorize();
  template <class Ask>
  auto from_provider(Ask ask);
  [[nodiscard]] bool refresh_credentials();
  void stop_if_over();

  [[noreturn]] void throw_transport_failure(HttpExchange exchange);
  [[nodiscard]] std::string words_of(const HttpExchange& exchange) const;
  [[nodiscard]] std::string advice_about(const HttpResponse& response) const;
  [[nodiscard]] TimeLimit limit_of(const HttpExchange& exchange) const noexcept;
  [[nodiscard]] std::optional<std::chrono::seconds> retry_after_of(
      const HttpExchange& exchange) const;
  [[nodiscard]] Execution overall_execution() const noexcept;
  [[nodiscard]] CallTrace trace() const;
  void learn_secrets(const HttpExchange& exchange);
  [[nodiscard]] std::vector<Secret> own_secrets() const;
  [[nodiscard]] std::string shown(std::string_view text) const;
  [[nodiscard]] CredentialsContext credentials_context() const;
  [[nodiscard]] Time now() const { return environment_.services.clock->now(); }

  CallEnvironment& environment_;
  const Operation& operation_;
  const CallOptions& options_;
  const RetryPolicy policy_;
  const Time start_;
  const Time deadline_;
  Time attempt_start_;
  Time attempt_deadline_;
  mutable CallReport report_;
  HttpRequest request_;
  /// Those that this call alone knows, but for the present `Authorization`.
  std::vector<Secret> learned_secrets_;
  /// As it may be shown.
  std::string request_id_;
  Evidence evidence_;
  Jitter jitter_;
  int attempts_ = 0;
  int refreshes_ = 0;
  bool unclear_before_ = false;
  Execution execution_ = Execution::none;
};

}  // namespace v0
}  // namespace ionoscloud::container_registry
