// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include <ionoscloud/container_registry/export.hpp>
#include <ionoscloud/container_registry/headers.hpp>
#include <ionoscloud/container_registry/identifiers.hpp>
#include <ionoscloud/container_registry/possible_orphan.hpp>
#include <ionoscloud/container_registry/salvaged_token.hpp>
#include <ionoscloud/container_registry/transport_error.hpp>

namespace ionoscloud::container_registry {
inline namespace v0 {

/// Whether the service may have carried out a request that failed.
enum class Execution {
  /// It did not: nothing was sent, or the service refused.
  none,
  /// It may have: something was sent and no response came that settles it.
  unknown,
  /// It did: the response said so, and what failed came after.
  executed,
};

/// The name of the enumerator: `none`, `unknown` or `executed`.
[[nodiscard]] IONOSCLOUD_CR_EXPORT const char* to_string(Execution execution) noexcept;

/// One complaint of the service. Either half may be empty.
struct ApiErrorMessage {
  /// A code; open text.
  std::string error_code;
  /// A sentence for people.
  std::string message;
};

struct ExceptionDetails;

/// The base of everything that this library throws on its own account.
///
/// `what()` is one line that a person can act on: the operation, what happened, what the service
/// said, and what may have been done. It never holds a secret or a control character. Copies are
/// cheap and don't throw.
class IONOSCLOUD_CR_EXPORT Exception : public std::runtime_error {
 public:
  /// @{
  /// Cheap: copies share their details.
  Exception(const Exception&) noexcept = default;
  Exception& operator=(const Exception&) noexcept = default;
  /// @}
  ~Exception() override;

  /// What failed, by the API's operation id, such as `registries_tokens_post`; or `to_json_text` or
  /// `from_json_text`. Empty for a configuration.
  [[nodiscard]] const std::string& operation() const noexcept;

  /// How often the request was tried; 0 when it failed before the first attempt.
  [[nodiscard]] int attempts() const noexcept;

  /// Whether the service may have carried it out.
  [[nodiscard]] Execution execution() const noexcept;

  /// What a damaged or incomplete response still held of a token that it created; null when it held
  /// nothing, and for all that isn't such a response. Valid as long as the exception.
  [[nodiscard]] const SalvagedToken* salvaged() const noexcept;

  /// For the library's own use.
  explicit Exception(std::shared_ptr<const ExceptionDetails> details);

 protected:
  /// For the library's own use.
  [[nodiscard]] const ExceptionDetails& details() const noexcept { return *details_; }

 private:
  std::shared_ptr<const ExceptionDetails> details_;
};

/// The service, or something in front of it, responded with a status that isn't 2xx. What came of
/// the response is here, whatever its body was.
class IONOSCLOUD_CR_EXPORT ApiException : public Exception {
 public:
  using Exception::Exception;
  ~ApiException() override;

  /// The status.
  [[nodiscard]] int status() const noexcept;
  /// The service's id of this request, for its support; empty when it gave none.
  [[nodiscard]] const std::string& request_id() const noexcept;
  /// The header lines; `[redacted]` stands for secrets of the call that they repeat.
  [[nodiscard]] const Headers& headers() const noexcept;
  /// The body: JSON, HTML, nothing, anything; `[redacted]` stands for secrets that it repeats.
  [[nodiscard]] const std::string& body() const noexcept;
  /// The complaints that could be read from the body, in whatever form; none when it had none.
  [[nodiscard]] const std::vector<ApiErrorMessage>& messages() const noexcept;
};

/// 400: the request is malformed, or a value in it isn't allowed.
class IONOSCLOUD_CR_EXPORT BadRequestException : public ApiException {
 public:
  using ApiException::ApiException;
  ~BadRequestException() override;
};

/// 401: no credentials, wrong ones or outdated ones.
class IONOSCLOUD_CR_EXPORT UnauthorizedException : public ApiException {
 public:
  using ApiException::ApiException;
  ~UnauthorizedException() override;
};

/// 403: the account may not do this.
class IONOSCLOUD_CR_EXPORT ForbiddenException : public ApiException {
 public:
  using ApiException::ApiException;
  ~ForbiddenException() override;
};

/// 404: there is no such thing, or no longer; or the host is another service's.
class IONOSCLOUD_CR_EXPORT NotFoundException : public ApiException {
 public:
  using ApiException::ApiException;
  ~NotFoundException() override;
};

/// 409: the name is taken.
class IONOSCLOUD_CR_EXPORT ConflictException : public ApiException {
 public:
  using ApiException::ApiException;
  ~ConflictException() override;
};

/// 422: well formed, but refused.
class IONOSCLOUD_CR_EXPORT UnprocessableEntityException : public ApiException {
 public:
  using ApiException::ApiException;
  ~UnprocessableEntityException() override;
};

/// 429: too many requests, and still so after the last attempt.
class IONOSCLOUD_CR_EXPORT RateLimitedException : public ApiException {
 public:
  using ApiException::ApiException;
  ~RateLimitedException() override;

  /// How long the service asked to be left alone, from the moment of its response.
  [[nodiscard]] std::optional<std::chrono::seconds> retry_after() const noexcept;
};

/// 5xx: the service, or the gateway in front of it, failed.
class IONOSCLOUD_CR_EXPORT ServiceException : public ApiException {
 public:
  using ApiException::ApiException;
  ~ServiceException() override;

  /// How long the service asked to be left alone, from the moment of its response.
  [[nodiscard]] std::optional<std::chrono::seconds> retry_after() const noexcept;
};

/// No whole response came: the network, TLS or the protocol failed.
class IONOSCLOUD_CR_EXPORT TransportException : public Exception {
 public:
  using Exception::Exception;
  ~TransportException() override;

  /// What failed.
  [[nodiscard]] TransportError kind() const noexcept;
};

/// A time limit.
enum class TimeLimit {
  /// `Timeouts::connect`: for the connection to stand, TLS included.
  connect,
  /// `Timeouts::attempt`: for one attempt.
  attempt,
  /// `Timeouts::call`, `CallOptions::timeout` or `CallOptions::deadline`: for everything.
  call,
};

/// The name of the enumerator: `connect`, `attempt` or `call`.
[[nodiscard]] IONOSCLOUD_CR_EXPORT const char* to_string(TimeLimit limit) noexcept;

/// A time limit ran out.
class IONOSCLOUD_CR_EXPORT TimeoutException : public Exception {
 public:
  using Exception::Exception;
  ~TimeoutException() override;

  /// Which limit it was.
  [[nodiscard]] TimeLimit limit() const noexcept;
};

/// The caller cancelled.
class IONOSCLOUD_CR_EXPORT CancelledException : public Exception {
 public:
  using Exception::Exception;
  ~CancelledException() override;
};

/// A text isn't what it should be: a response of the service whose status promised success, or what
/// was given to `from_json_text`. When the response had created a token, `salvaged()` has what
/// could still be read of it.
class IONOSCLOUD_CR_EXPORT DecodeException : public Exception {
 public:
  using Exception::Exception;
  ~DecodeException() override;

  /// Where it is wrong, as a JSON path: `$.items[3].properties.name`.
  [[nodiscard]] const std::string& path() const noexcept;

  /// The status of the response; 0 when it wasn't one.
  [[nodiscard]] int status() const noexcept;
};

/// A create of `create_token_reconciled` may have left a token behind whose password nobody holds:
/// its response was lost, and the token couldn't be found, removed, or told from another's.
/// `what()` says why. What may be another's was not touched. A person should look at the tokens
/// that are named here.
///
/// `execution()` is `executed` when a response said that the token was created. `salvaged()` is
/// what was left of such a response, as in `DecodeException`; of several the best: a whole password
/// before a part of one, then a whole id before none, and of equals the last.
class IONOSCLOUD_CR_EXPORT UnsettledCreateException : public Exception {
 public:
  using Exception::Exception;
  ~UnsettledCreateException() override;

  /// The token in question: the first of `possible_orphans()` that has an id; empty when none was
  /// found.
  [[nodiscard]] const TokenId& token_id() const noexcept;

  /// The tokens that this create may have left behind, at least one. A token of a given name may be
  /// another's as well, and whoever created it can tell: its password works.
  [[nodiscard]] const std::vector<PossibleOrphan>& possible_orphans() const noexcept;
};

/// `ApiClient` was given a configuration that can't work. Names the field.
class IONOSCLOUD_CR_EXPORT ConfigurationException : public Exception {
 public:
  using Exception::Exception;
  ~ConfigurationException() override;
};

/// The credentials provider failed, or gave credentials that can't be sent.
class IONOSCLOUD_CR_EXPORT CredentialsException : public Exception {
 public:
  using Exception::Exception;
  ~CredentialsException() override;
};

/// A call was given an argument that can't work. Names the argument. Nothing was sent.
class IONOSCLOUD_CR_EXPORT InvalidArgumentException : public Exception {
 public:
  using Exception::Exception;
  ~InvalidArgumentException() override;
};

}  // namespace v0
}  // namespace ionoscloud::container_registry
