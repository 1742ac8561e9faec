// SPDX-License-Identifier: Apache-2.0
#include "runtime/client_core.hpp"

#include <algorithm>
#include <exception>
#include <new>
#include <utility>

#include "base/printable.hpp"
#include "base/redaction.hpp"
#include "base/wipe.hpp"
#include "http/header_rules.hpp"
#include "http/methods.hpp"
#include "json/salvage.hpp"
#include "runtime/call_failure.hpp"
#include "runtime/retry_after.hpp"
#include "runtime/retry_decision.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

using SteadyTime = std::chrono::steady_clock::time_point;

void check_headers(const Operation& operation, const Headers& headers) {
  for (const Header& line : headers) {
    const std::string argument = "options.headers[\"" + printable(line.name, 64) + "\"]";
    if (!is_header_name(line.name)) refuse_argument(operation, argument, "is not a header's name");
    if (is_own_header(line.name)) {
      refuse_argument(operation, argument, "is written by this library alone");
    }
    if (!is_header_value(line.value)) {
      refuse_argument(operation, argument, "must not hold control characters, such as CR, LF, NUL");
    }
  }
}

constexpr std::string_view cancelled_text = "cancelled by the caller";

constexpr std::string_view text_of(TimeLimit limit) noexcept {
  switch (limit) {
    case TimeLimit::connect:
      return "no connection within the time limit (timeouts.connect)";
    case TimeLimit::attempt:
      return "no whole answer within the time limit (timeouts.attempt)";
    case TimeLimit::call:
      break;
  }
  return "no whole answer within the time limit of the call (timeouts.call or options.deadline)";
}

}  // namespace

/// One call under way.
class ClientCore::Call {
 public:
  Call(ClientCore& core, const Operation& operation, CallRequest request,
       const CallOptions& options)
      : core_(core),
        operation_(operation),
        options_(options),
        policy_(options.retry.value_or(core.settings_.retry)),
        start_(core.services_.clock->now()),
        deadline_(options.deadline.value_or(core.call_deadline())) {
    check_headers(operation, options.headers);
    const std::string complaint = complaint_about(policy_);
    if (!complaint.empty()) refuse_argument(operation, "options.retry", complaint);
    prepare(std::move(request));
  }

  CallAnswer run() {
    for (;;) {
      HttpExchange exchange = attempt();
      const Evidence evidence = classify(exchange, operation_, policy_.repeat_unclear_put);
      if (evidence.success && attempts_ == 1) core_.retry_budget_.refill();
      if (evidence.success || !prepare_next_attempt(exchange, evidence)) {
        return conclude(std::move(exchange), evidence);
      }
      unclear_before_ = unclear_before_ || evidence.execution != Execution::none;
    }
  }

 private:
  void prepare(CallRequest request) {
    request_.method = operation_.method;
    request_.url = core_.settings_.base_url + request.target;
    request_.body = std::move(request.body);
    request_.headers.add("Accept", "application/json");
    if (has_body(operation_.method)) request_.headers.add("Content-Type", "application/json");
    request_.headers.add("User-Agent", core_.settings_.user_agent);
    for (const Header& line : options_.headers) request_.headers.add(line.name, line.value);
  }

  HttpExchange attempt() {
    stop_if_over();
    authorize();
    // Once more: the provider may have taken its time.
    stop_if_over();
    ++attempts_;
    ExchangeOptions exchange_options;
    attempt_deadline_ = std::min(deadline_, now() + core_.settings_.timeouts.attempt);
    exchange_options.deadline = attempt_deadline_;
    exchange_options.connect_timeout = core_.settings_.timeouts.connect;
    exchange_options.cancellation = options_.cancellation;
    exchange_options.limits = core_.settings_.limits;
    return core_.settings_.transport->exchange(request_, exchange_options);
  }

  /// Whatever a provider throws becomes a `CredentialsException`, but for want of memory.
  template <class Ask>
  auto from_provider(Ask ask) {
    std::string what;
    try {
      return ask(*core_.settings_.credentials);
    } catch (const std::bad_alloc&) {
      throw;
    } catch (const std::exception& error) {
      what = error.what();
    } catch (...) {
      what = "an exception of unknown type";
    }
    throw_with<CredentialsException>(
        call_failure(trace(), "the credentials provider failed: " + shown(what)));
  }

  void authorize() {
    const CredentialsContext context{deadline_, options_.cancellation};
    request_.authorization = from_provider(
        [&](CredentialsProvider& provider) { return provider.authorization(context); });
    const std::string_view value = request_.authorization.expose();
    if (value.empty() || !is_header_value(value)) {
      throw_with<CredentialsException>(call_failure(
          trace(), "the credentials provider's value is empty or holds control characters"));
    }
  }

  /// Waits for the next attempt; false when there must be none.
  bool prepare_next_attempt(const HttpExchange& exchange, const Evidence& evidence) {
    if (!exchange.error && exchange.response.status == 401 && refresh_credentials()) return true;

    RetrySituation situation;
    situation.evidence = evidence;
    situation.attempts = attempts_ - refreshes_;
    situation.retry_after = retry_after_of(exchange);
    situation.time_left = deadline_ - now();
    situation.jitter = core_.services_.random->next();
    const auto wait = next_step(policy_, situation);
    if (!wait || !core_.retry_budget_.take()) return false;
    core_.services_.sleeper->sleep_until(now() + *wait, options_.cancellation);
    return true;
  }

  bool refresh_credentials() {
    if (refreshes_ > 0) return false;
    ++refreshes_;
    const CredentialsContext context{deadline_, options_.cancellation};
    return from_provider([&](CredentialsProvider& provider) {
      return provider.refresh(request_.authorization, context);
    });
  }

  CallAnswer conclude(HttpExchange exchange, const Evidence& evidence) {
    execution_ = evidence.execution;
    if (exchange.error) throw_transport_failure(std::move(exchange));
    CallAnswer answer;
    answer.retry_after = retry_after_of(exchange);
    answer.response = std::move(exchange.response);
    answer.url = request_.url;
    answer.attempts = attempts_;
    answer.execution = overall_execution();
    answer.unclear_before = unclear_before_;
    answer.elapsed = std::chrono::duration_cast<std::chrono::microseconds>(now() - start_);
    if (!evidence.success) answer.secrets = secrets();
    return answer;
  }

  [[noreturn]] void throw_transport_failure(HttpExchange exchange) {
    const TransportError error = *exchange.error;
    ExceptionDetails details = call_failure(trace(), words_of(exchange));
    details.transport_error = error;
    details.time_limit = limit_of(exchange);
    details.status = exchange.response.status;
    const bool created =
        operation_.safety == Safety::creates_credential && details.status / 100 == 2;
    if (created) details.salvaged = json::salvage_token(exchange.response.body);
    wipe(exchange.response.body);

    if (error == TransportError::cancelled) throw_with<CancelledException>(std::move(details));
    if (error == TransportError::timed_out) throw_with<TimeoutException>(std::move(details));
    if (!created) throw_with<TransportException>(std::move(details));
    details.json_path = "$";
    throw_with<DecodeException>(std::move(details));
  }

  std::string words_of(const HttpExchange& exchange) const {
    if (*exchange.error == TransportError::cancelled) return std::string(cancelled_text);
    if (*exchange.error == TransportError::timed_out)
      return std::string(text_of(limit_of(exchange)));
    const std::string error = shown(exchange.error_message);
    const int status = exchange.response.status;
    return status == 0 ? error : "answered with " + std::to_string(status) + ", but " + error;
  }

  TimeLimit limit_of(const HttpExchange& exchange) const noexcept {
    if (exchange.connecting_timed_out) return TimeLimit::connect;
    return attempt_deadline_ < deadline_ ? TimeLimit::attempt : TimeLimit::call;
  }

  void stop_if_over() {
    if (options_.cancellation.is_cancelled()) {
      throw_with<CancelledException>(call_failure(trace(), cancelled_text));
    }
    if (now() < deadline_) return;
    ExceptionDetails details = call_failure(trace(), text_of(TimeLimit::call));
    details.time_limit = TimeLimit::call;
    throw_with<TimeoutException>(std::move(details));
  }

  std::optional<std::chrono::seconds> retry_after_of(const HttpExchange& exchange) {
    if (exchange.error) return std::nullopt;
    return retry_after(exchange.response.headers, core_.services_.clock->system_now());
  }

  Execution overall_execution() const noexcept {
    return unclear_before_ ? std::max(execution_, Execution::unknown) : execution_;
  }

  CallTrace trace() const {
    return {operation_, printable(request_.url), attempts_, overall_execution()};
  }

  std::vector<Secret> secrets() const {
    std::vector<Secret> secrets = core_.settings_.secrets;
    const std::string_view value = request_.authorization.expose();
    secrets.emplace_back(value.substr(std::min(value.size(), value.find(' ') + 1)));
    return secrets;
  }

  std::string shown(const std::string& text) const { return printable(redacted(text, secrets())); }

  SteadyTime now() const { return core_.services_.clock->now(); }

  ClientCore& core_;
  const Operation& operation_;
  const CallOptions& options_;
  const RetryPolicy policy_;
  const SteadyTime start_;
  const SteadyTime deadline_;
  SteadyTime attempt_deadline_;
  HttpRequest request_;
  int attempts_ = 0;
  int refreshes_ = 0;
  bool unclear_before_ = false;
  Execution execution_ = Execution::none;
};

ClientCore::ClientCore(ClientSettings settings, RuntimeServices services)
    : settings_(std::move(settings)), services_(std::move(services)) {}

std::chrono::steady_clock::time_point ClientCore::call_deadline() const {
  return services_.clock->now() + settings_.timeouts.call;
}

CallAnswer ClientCore::call(const Operation& operation, CallRequest request,
                            const CallOptions& options) {
  return Call(*this, operation, std::move(request), options).run();
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
