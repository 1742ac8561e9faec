// SPDX-License-Identifier: Apache-2.0
#include "runtime/call.hpp"

#include <algorithm>
#include <exception>
#include <new>
#include <utility>

#include <ionoscloud/container_registry/saturated.hpp>

#include "base/message_text.hpp"
#include "base/wipe.hpp"
#include "http/http_rules.hpp"
#include "runtime/known_secrets.hpp"
#include "runtime/retry_after.hpp"
#include "runtime/retry_decision.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

void check_headers(const Operation& operation, const Headers& headers) {
  for (const Header& line : headers) {
    const std::string argument = "options.headers[\"" + printable(line.name, 64) + "\"]";
    if (!is_header_name(line.name))
      throw_invalid_argument(operation, argument, "is not a header's name");
    if (is_reserved_header(line.name)) {
      throw_invalid_argument(operation, argument, "is written by this library alone");
    }
    if (!is_header_value(line.value)) {
      throw_invalid_argument(operation, argument,
                             "must not hold control characters, such as CR, LF, NUL");
    }
  }
}

constexpr std::string_view cancelled_text = "cancelled by the caller";

constexpr std::string_view text_of(TimeLimit limit) noexcept {
  switch (limit) {
    case TimeLimit::connect:
      return "no connection within the time limit (timeouts.connect)";
    case TimeLimit::attempt:
      return "no whole response within the time limit (timeouts.attempt)";
    case TimeLimit::call:
      break;
  }
  return "no whole response within the time limit of the call (timeouts.call, options.timeout or "
         "options.deadline)";
}

/// Whether an error is one of the connection to the proxy, where there is one.
constexpr bool is_about_proxy(TransportError error) noexcept {
  return error == TransportError::resolve || error == TransportError::connect ||
         error == TransportError::proxy;
}

}  // namespace

std::chrono::steady_clock::time_point deadline_of(const CallOptions& options,
                                                  const CallEnvironment& environment) {
  const auto now = environment.services.clock->now();
  if (!options.timeout) return options.deadline.value_or(now + environment.settings.timeouts.call);
  using Time = std::chrono::steady_clock::time_point;
  const auto timeout = saturated<Time::duration>(*options.timeout);
  const Time end = timeout < Time::max() - now ? now + timeout : Time::max();
  return options.deadline ? std::min(*options.deadline, end) : end;
}

CallOptions counted_from_now(CallOptions options, const Operation& operation,
                             const CallEnvironment& environment) {
  if (!options.timeout) return options;
  if (*options.timeout <= std::chrono::milliseconds::zero()) {
    throw_invalid_argument(operation, "options.timeout", "must be longer than 0");
  }
  options.deadline = deadline_of(options, environment);
  options.timeout.reset();
  return options;
}

Call::Call(CallEnvironment& environment, const Operation& operation, CallRequest request,
           const CallOptions& options)
    : environment_(environment),
      operation_(operation),
      options_(options),
      policy_(options.retry.value_or(environment.settings.retry)),
      start_(now()),
      deadline_(deadline_of(options, environment)),
      report_(environment.settings.observer.get(), operation, environment.calls.fetch_add(1) + 1) {
  static_cast<void>(counted_from_now(options, operation, environment));  // Checks the timeout.
  check_headers(operation, options.headers);
  const std::string complaint = complaint_about(policy_);
  if (!complaint.empty()) throw_invalid_argument(operation, "options.retry", complaint);
  prepare(std::move(request));
  report_.begin();
}

/// When none of its steps has told of its end, it ended between them.
Call::~Call() { report_end(std::nullopt); }

void Call::report_end(std::optional<TransportError> error) const noexcept {
  if (!report_.has_reader()) return;
  CallFinished event;
  event.attempts = attempts_;
  event.succeeded = evidence_.success;
  event.status = report_.last_status();
  event.error = error;
  event.execution = overall_execution();
  event.elapsed = std::chrono::duration_cast<std::chrono::microseconds>(now() - start_);
  report_.end(event);
}

void Call::prepare(CallRequest request) {
  const ClientSettings& settings = environment_.settings;
  request_.method = operation_.method;
  request_.url = settings.base_url + request.target;
  request_.body = std::move(request.body);
  request_.headers.add("Accept", "application/json");
  // Without it every coding would be welcome.
  request_.headers.add("Accept-Encoding", "identity");
  if (has_body(operation_.method)) request_.headers.add("Content-Type", "application/json");
  request_.headers.add("User-Agent", settings.user_agent);
  for (const Header& line : options_.headers) request_.headers.add(line.name, line.value);
}

void Call::begin_attempt() {
  stop_if_over();
  authorize();
  // Once more: the provider may have taken its time.
  stop_if_over();
  ++attempts_;
  attempt_start_ = now();
  report_.begin_attempt(attempt_start_);
  attempt_deadline_ = std::min(deadline_, attempt_start_ + environment_.settings.timeouts.attempt);
}

ExchangeOptions Call::exchange_options() const {
  ExchangeOptions options;
  options.deadline = attempt_deadline_;
  options.connect_timeout = environment_.settings.timeouts.connect;
  options.cancellation = options_.cancellation;
  options.limits = environment_.settings.limits;
  options.creates = creates(operation_.safety);
  options.measure = report_.has_reader();
  return options;
}

/// Whatever a provider throws becomes a `CredentialsException`, but for want of memory.
template <class Ask>
auto Call::from_provider(Ask ask) {
  std::string what;
  try {
    return ask(*environment_.settings.credentials);
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

void Call::authorize() {
  request_.authorization = from_provider([this](CredentialsProvider& provider) {
    return provider.authorization(credentials_context());
  });
  const std::string_view value = request_.authorization.expose();
  if (value.empty() || !is_header_value(value)) {
    throw_with<CredentialsException>(call_failure(
        trace(), "the credentials provider's value is empty or holds control characters"));
  }
}

bool Call::refresh_credentials() {
  if (refreshes_ > 0) return false;
  ++refreshes_;
  learned_secrets_ = own_secrets();
  return from_provider([this](CredentialsProvider& provider) {
    return provider.refresh(request_.authorization, credentials_context());
  });
}

std::optional<Call::Time> Call::next_attempt(const HttpExchange& exchange) {
  learn_secrets(exchange);
  request_id_ = shown(request_id_of(exchange.response.headers));
  const std::optional<Time> next = time_of_next_attempt(exchange);
  if (report_.has_reader()) {
    report_.end_attempt(attempts_, request_, exchange, request_id_, now(), next);
  }
  return next;
}

std::optional<Call::Time> Call::time_of_next_attempt(const HttpExchange& exchange) {
  evidence_ = classify(exchange, operation_, policy_.repeat_unclear_put);
  if (evidence_.success) {
    environment_.retry_budget.refill();
    return std::nullopt;
  }
  const bool unauthorized = !exchange.error && exchange.response.status == 401;
  if (unauthorized && refresh_credentials()) return now();

  RetrySituation situation;
  situation.evidence = evidence_;
  situation.attempts = attempts_ - refreshes_;
  situation.retry_after = retry_after_of(exchange);
  situation.time_left = deadline_ - now();
  situation.jitter = jitter_.draw(*environment_.services.random);
  const auto wait = next_step(policy_, situation);
  if (!wait || !environment_.retry_budget.take()) return std::nullopt;
  unclear_before_ = unclear_before_ || evidence_.execution != Execution::none;
  return now() + *wait;
}

void Call::throw_cancelled() const {
  report_end(TransportError::cancelled);
  throw_with<CancelledException>(call_failure(trace(), cancelled_text));
}

CallResponse Call::conclude(HttpExchange exchange) {
  execution_ = evidence_.execution;
  report_end(exchange.error);
  if (exchange.error) throw_transport_failure(std::move(exchange));
  CallResponse response;
  if (!evidence_.success) response.retry_after = retry_after_of(exchange);
  if (!evidence_.success) response.advice = advice_about(exchange.response);
  response.http = std::move(exchange.response);
  response.request_id = request_id_;
  response.url = shown(request_.url);
  response.attempts = attempts_;
  response.execution = overall_execution();
  response.unclear_before = unclear_before_;
  response.elapsed = std::chrono::duration_cast<std::chrono::microseconds>(now() - start_);
  response.since_attempt = now() - attempt_start_;
  response.secrets = own_secrets();
  if (!evidence_.success) {
    const std::vector<Secret>& known = environment_.settings.secrets;
    response.secrets.insert(response.secrets.end(), known.begin(), known.end());
  }
  return response;
}

void Call::throw_transport_failure(HttpExchange exchange) {
  const TransportError error = *exchange.error;
  ExceptionDetails details = call_failure(trace(), words_of(exchange));
  details.transport_error = error;
  details.time_limit = limit_of(exchange);
  details.status = exchange.response.status;
  const bool created = operation_.salvage != nullptr && details.status / 100 == 2;
  if (created) {
    details.salvaged = operation_.salvage(exchange.response, now() - attempt_start_);
  }
  wipe(exchange.response.body);

  if (error == TransportError::cancelled) throw_with<CancelledException>(std::move(details));
  if (error == TransportError::timed_out) throw_with<TimeoutException>(std::move(details));
  if (!created) throw_with<TransportException>(std::move(details));
  details.json_path = "$";
  throw_with<DecodeException>(std::move(details));
}

std::string Call::words_of(const HttpExchange& exchange) const {
  if (*exchange.error == TransportError::cancelled) return std::string(cancelled_text);
  if (*exchange.error == TransportError::timed_out) return std::string(text_of(limit_of(exchange)));
  const std::string error = shown(exchange.error_message);
  const int status = exchange.response.status;
  if (status != 0) return "got status " + std::to_string(status) + ", but " + error;
  const std::string& proxy = environment_.settings.proxy_advice;
  return is_about_proxy(*exchange.error) && !proxy.empty() ? error + "; " + proxy : error;
}

std::string Call::advice_about(const HttpResponse& response) const {
  constexpr int proxy_authentication_required = 407;
  if (response.status == proxy_authentication_required) return environment_.settings.proxy_advice;
  return response.status / 100 == 3 ? environment_.settings.host_advice : "";
}

TimeLimit Call::limit_of(const HttpExchange& exchange) const noexcept {
  if (exchange.connecting_timed_out) return TimeLimit::connect;
  return attempt_deadline_ < deadline_ ? TimeLimit::attempt : TimeLimit::call;
}

void Call::stop_if_over() {
  if (options_.cancellation.is_cancelled()) throw_cancelled();
  if (now() < deadline_) return;
  report_end(TransportError::timed_out);
  ExceptionDetails details = call_failure(trace(), text_of(TimeLimit::call));
  details.time_limit = TimeLimit::call;
  throw_with<TimeoutException>(std::move(details));
}

std::optional<std::chrono::seconds> Call::retry_after_of(const HttpExchange& exchange) const {
  if (exchange.error) return std::nullopt;
  return retry_after(exchange.response.headers, environment_.services.clock->system_now());
}

Execution Call::overall_execution() const noexcept {
  return unclear_before_ ? std::max(execution_, Execution::unknown) : execution_;
}

CallTrace Call::trace() const {
  return {operation_, shown(request_.url), attempts_, overall_execution()};
}

/// A new secret comes with the response; a later one may repeat it, or the very same in its
/// headers. A response that says nothing that may be shown can't.
void Call::learn_secrets(const HttpExchange& exchange) {
  if (operation_.salvage == nullptr || exchange.response.body.empty()) return;
  const bool is_success = !exchange.error && exchange.response.status / 100 == 2;
  if (is_success && request_id_of(exchange.response.headers).empty()) return;
  const auto token = operation_.salvage(exchange.response, now() - attempt_start_);
  if (token) add_secret(learned_secrets_, token->password.expose());
}

std::vector<Secret> Call::own_secrets() const {
  std::vector<Secret> secrets = learned_secrets_;
  add_authorization(secrets, request_.authorization, environment_.settings.secrets);
  return secrets;
}

std::string Call::shown(std::string_view text) const {
  if (text.empty()) return "";
  return printable(redacted(text, environment_.settings.secrets, own_secrets()));
}

CredentialsContext Call::credentials_context() const { return {deadline_, options_.cancellation}; }

}  // namespace v0
}  // namespace ionoscloud::container_registry
