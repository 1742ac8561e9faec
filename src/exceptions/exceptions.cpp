// SPDX-License-Identifier: Apache-2.0
#include <ionoscloud/container_registry/exceptions.hpp>

#include <cstddef>
#include <utility>

#include "exceptions/exception_details.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {

namespace {

/// The name of an enumerator, by its number.
template <class Enum, std::size_t Count>
const char* name_of(Enum value, const char* const (&names)[Count]) noexcept {
  const auto number = static_cast<std::size_t>(value);
  return number < Count ? names[number] : "unknown";
}

}  // namespace

const char* to_string(TransportError error) noexcept {
  constexpr const char* names[] = {"resolve",   "connect",   "proxy",    "tls",
                                   "pin",       "send",      "receive",  "protocol",
                                   "too_large", "timed_out", "cancelled"};
  return name_of(error, names);
}

const char* to_string(Execution execution) noexcept {
  constexpr const char* names[] = {"none", "unknown", "executed"};
  return name_of(execution, names);
}

const char* to_string(TimeLimit limit) noexcept {
  constexpr const char* names[] = {"connect", "attempt", "call"};
  return name_of(limit, names);
}

Exception::Exception(std::shared_ptr<const ExceptionDetails> details)
    : std::runtime_error(details->message), details_(std::move(details)) {}

const std::string& Exception::operation() const noexcept { return details_->operation; }
int Exception::attempts() const noexcept { return details_->attempts; }
Execution Exception::execution() const noexcept { return details_->execution; }

const SalvagedToken* Exception::salvaged() const noexcept {
  return details_->salvaged ? &*details_->salvaged : nullptr;
}

int ApiException::status() const noexcept { return details().status; }
const std::string& ApiException::request_id() const noexcept { return details().request_id; }
const Headers& ApiException::headers() const noexcept { return details().headers; }
const std::string& ApiException::body() const noexcept { return details().body; }
const std::vector<ApiErrorMessage>& ApiException::messages() const noexcept {
  return details().messages;
}

std::optional<std::chrono::seconds> RateLimitedException::retry_after() const noexcept {
  return details().retry_after;
}
std::optional<std::chrono::seconds> ServiceException::retry_after() const noexcept {
  return details().retry_after;
}

TransportError TransportException::kind() const noexcept { return details().transport_error; }

TimeLimit TimeoutException::limit() const noexcept { return details().time_limit; }

const std::string& DecodeException::path() const noexcept { return details().json_path; }
int DecodeException::status() const noexcept { return details().status; }

const TokenId& UnsettledCreateException::token_id() const noexcept { return details().token_id; }
const std::vector<PossibleOrphan>& UnsettledCreateException::possible_orphans() const noexcept {
  return details().possible_orphans;
}

// Defined here, so that each class has one vtable and can be caught across libraries.
Exception::~Exception() = default;
ApiException::~ApiException() = default;
BadRequestException::~BadRequestException() = default;
UnauthorizedException::~UnauthorizedException() = default;
ForbiddenException::~ForbiddenException() = default;
NotFoundException::~NotFoundException() = default;
ConflictException::~ConflictException() = default;
UnprocessableEntityException::~UnprocessableEntityException() = default;
RateLimitedException::~RateLimitedException() = default;
ServiceException::~ServiceException() = default;
TransportException::~TransportException() = default;
TimeoutException::~TimeoutException() = default;
CancelledException::~CancelledException() = default;
DecodeException::~DecodeException() = default;
ConfigurationException::~ConfigurationException() = default;
CredentialsException::~CredentialsException() = default;
InvalidArgumentException::~InvalidArgumentException() = default;
UnsettledCreateException::~UnsettledCreateException() = default;

}  // namespace v0
}  // namespace ionoscloud::container_registry
