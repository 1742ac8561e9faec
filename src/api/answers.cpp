// SPDX-License-Identifier: Apache-2.0
#include "api/answers.hpp"

#include <array>
#include <utility>

#include "api/redirect.hpp"
#include "base/printable.hpp"
#include "base/redaction.hpp"
#include "http/error_text.hpp"
#include "runtime/call_failure.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

using Throw = void (*)(ExceptionDetails);

struct StatusException {
  int status;
  Throw throw_it;
};

constexpr std::array<StatusException, 7> status_exceptions = {{
    {400, throw_with<BadRequestException>},
    {401, throw_with<UnauthorizedException>},
    {403, throw_with<ForbiddenException>},
    {404, throw_with<NotFoundException>},
    {409, throw_with<ConflictException>},
    {422, throw_with<UnprocessableEntityException>},
    {429, throw_with<RateLimitedException>},
}};

CallTrace trace_of(const Operation& operation, const CallAnswer& answer) {
  return {operation, answer.url, answer.attempts, answer.execution};
}

/// What the service said, for people, as far as it can be read.
std::vector<ApiErrorMessage> messages_of(const std::string& body) {
  std::vector<ApiErrorMessage> messages = json::decode_error_messages(body);
  if (!messages.empty()) return messages;
  std::string text = error_text(body);
  if (!text.empty()) messages.push_back({{}, std::move(text)});
  return messages;
}

/// The same in a line; or, when nothing can be read, what it sent.
std::string words_of(const HttpResponse& response, const std::vector<ApiErrorMessage>& messages) {
  std::string words;
  for (const ApiErrorMessage& message : messages) {
    words += words.empty() ? "" : "; ";
    words += message.error_code;
    words += message.error_code.empty() || message.message.empty() ? "" : ": ";
    words += message.message;
  }
  if (!words.empty()) return words;
  if (response.body.empty()) return "no body";
  return std::to_string(response.body.size()) + " bytes of " +
         std::string(response.headers.get("Content-Type").value_or("unknown type"));
}

/// Takes out of a response what it sends back of the login: people put exceptions into logs.
void redact(HttpResponse& response, const std::vector<Secret>& secrets) {
  response.body = redacted(response.body, secrets);
  Headers headers;
  for (const Header& line : response.headers) headers.add(line.name, redacted(line.value, secrets));
  response.headers = std::move(headers);
}

/// What happened, for people.
std::string refusal(const CallAnswer& answer, const std::vector<ApiErrorMessage>& messages) {
  constexpr std::size_t longest_words = 1024;
  constexpr std::size_t longest_address = 256;
  std::string refusal = "answered with " + std::to_string(answer.response.status) + " (" +
                        printable(words_of(answer.response, messages), longest_words) + ")";
  const std::string elsewhere = redirect_of(answer.response);
  if (!elsewhere.empty()) {
    refusal +=
        ", which redirects to " + printable(elsewhere, longest_address) + " and isn't followed";
  }
  if (!answer.advice.empty()) refusal += "; " + answer.advice;
  return refusal;
}

}  // namespace

bool is_success(const CallAnswer& answer) noexcept {
  return answer.response.status >= 200 && answer.response.status < 300;
}

void throw_api_exception(const Operation& operation, CallAnswer answer) {
  HttpResponse& response = answer.response;
  redact(response, answer.secrets);
  std::vector<ApiErrorMessage> messages = messages_of(response.body);
  // Once more, since a secret may have been escaped.
  for (ApiErrorMessage& message : messages) {
    message.error_code = redacted(message.error_code, answer.secrets);
    message.message = redacted(message.message, answer.secrets);
  }
  ExceptionDetails details = call_failure(trace_of(operation, answer), refusal(answer, messages));
  details.status = response.status;
  details.request_id = std::move(answer.request_id);
  details.headers = std::move(response.headers);
  details.body = std::move(response.body);
  details.messages = std::move(messages);
  details.retry_after = answer.retry_after;

  for (const StatusException& row : status_exceptions) {
    if (row.status == details.status) row.throw_it(std::move(details));
  }
  if (details.status >= 500 && details.status < 600) {
    throw_with<ServiceException>(std::move(details));
  }
  throw_with<ApiException>(std::move(details));
}

void throw_decode_exception(const Operation& operation, const CallAnswer& answer,
                            const std::string& path, std::string_view problem) {
  ExceptionDetails details = call_failure(
      trace_of(operation, answer), "answered with " + std::to_string(answer.response.status) +
                                       ", but " + path + " " + std::string(problem));
  details.status = answer.response.status;
  details.json_path = path;
  if (operation.salvage != nullptr) {
    details.salvaged = operation.salvage(answer.response, answer.since_attempt);
  }
  throw_with<DecodeException>(std::move(details));
}

HttpInfo take_http_info(CallAnswer& answer) {
  HttpInfo info;
  info.status = answer.response.status;
  info.request_id = std::move(answer.request_id);
  info.headers = std::move(answer.response.headers);
  info.attempts = answer.attempts;
  info.elapsed = answer.elapsed;
  return info;
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
