// SPDX-License-Identifier: Apache-2.0
#include "api/responses.hpp"

#include <array>
#include <utility>

#include "api/redirect.hpp"
#include "base/message_text.hpp"
#include "json/error_body.hpp"
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

CallTrace trace_of(const Operation& operation, const CallResponse& response) {
  return {operation, response.url, response.attempts, response.execution};
}

/// What the service said, for people, as far as it can be read.
std::vector<ApiErrorMessage> messages_of(const std::string& body) {
  std::vector<ApiErrorMessage> messages = json::decode_error_messages(body);
  if (!messages.empty()) return messages;
  std::string text = json::error_text(body);
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
std::string refusal(const CallResponse& response, const std::vector<ApiErrorMessage>& messages) {
  constexpr std::size_t longest_words = 1024;
  constexpr std::size_t longest_address = 256;
  std::string refusal = "got status " + std::to_string(response.http.status) + " (" +
                        printable(words_of(response.http, messages), longest_words) + ")";
  const std::string elsewhere = redirect_of(response.http);
  if (!elsewhere.empty()) {
    refusal +=
        ", which redirects to " + printable(elsewhere, longest_address) + " and isn't followed";
  }
  if (!response.advice.empty()) refusal += "; " + response.advice;
  return refusal;
}

}  // namespace

bool is_success(const CallResponse& response) noexcept {
  return response.http.status >= 200 && response.http.status < 300;
}

void throw_api_exception(const Operation& operation, CallResponse response) {
  HttpResponse& http = response.http;
  redact(http, response.secrets);
  std::vector<ApiErrorMessage> messages = messages_of(http.body);
  // Once more, since a secret may have been escaped.
  for (ApiErrorMessage& message : messages) {
    message.error_code = redacted(message.error_code, response.secrets);
    message.message = redacted(message.message, response.secrets);
  }
  ExceptionDetails details =
      call_failure(trace_of(operation, response), refusal(response, messages));
  details.status = http.status;
  details.request_id = std::move(response.request_id);
  details.headers = std::move(http.headers);
  details.body = std::move(http.body);
  details.messages = std::move(messages);
  details.retry_after = response.retry_after;

  for (const StatusException& row : status_exceptions) {
    if (row.status == details.status) row.throw_it(std::move(details));
  }
  if (details.status >= 500 && details.status < 600) {
    throw_with<ServiceException>(std::move(details));
  }
  throw_with<ApiException>(std::move(details));
}

void throw_decode_exception(const Operation& operation, const CallResponse& response,
                            const std::string& path, std::string_view problem) {
  ExceptionDetails details = call_failure(trace_of(operation, response),
                                          "got status " + std::to_string(response.http.status) +
                                              ", but " + path + " " + std::string(problem));
  details.status = response.http.status;
  details.json_path = path;
  if (operation.salvage != nullptr) {
    details.salvaged = operation.salvage(response.http, response.since_attempt);
  }
  throw_with<DecodeException>(std::move(details));
}

HttpInfo take_http_info(CallResponse& response) {
  HttpInfo info;
  info.status = response.http.status;
  info.request_id = std::move(response.request_id);
  info.headers = std::move(response.http.headers);
  info.attempts = response.attempts;
  info.elapsed = response.elapsed;
  return info;
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
