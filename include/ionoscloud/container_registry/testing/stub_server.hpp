// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <ionoscloud/container_registry/headers.hpp>
#include <ionoscloud/container_registry/identifiers.hpp>
#include <ionoscloud/container_registry/models/token.hpp>
#include <ionoscloud/container_registry/secret.hpp>

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace testing {

/// What a `StubServer` accepts.
struct StubServerOptions {
  /// The API token that it accepts. Empty: none.
  Secret token = "stub-token";
  /// The user name that it accepts, with `password`. Empty: none.
  std::string username = "stub-user";
  /// See `username`.
  Secret password = "stub-password";
  /// Whether `requests()` keeps what arrives. Without it a long run doesn't grow.
  bool record_requests = true;
};

/// A request as it arrived at a `StubServer`.
struct ReceivedRequest {
  /// `GET`, `POST`, …
  std::string method;
  /// Path and query, encoded as they were sent.
  std::string target;
  /// The header lines but for `Authorization`, sorted by name.
  Headers headers;
  /// The value of the `Authorization` header; empty for none.
  Secret authorization;
  /// The body.
  std::string body;
};

/// The part of the service that this library calls, on a free port of 127.0.0.1: what it is told it
/// keeps, for as long as it lives. It has registries, which can be read, and their tokens.
///
///     cr::testing::StubServer stub;
///     cr::Configuration configuration;
///     configuration.host = stub.url();
///     configuration.token = "stub-token";
///     cr::TokensApi tokens{cr::ApiClient(configuration)};
///
///     stub.add_tokens(stub.registry(), 250);
///     stub.fail_next(1, 503);
///     cr::TokensResponse page = tokens.registries_tokens_get(stub.registry());   // asks twice
///
/// It behaves as the API's contract says. A token's password is random and stands in the one
/// response that creates it. Without the credentials of its options a request gets 401; 404 for a
/// registry or a token that isn't there; 400 for a request that can't be read, for a member that
/// the contract doesn't name, for a PATCH of nothing and for a PUT that would change a name; 409
/// for a name that another token of the registry has; 422 for a name that breaks the rules and for
/// an end that has passed. Every response has an `X-RequestId` of its own.
///
/// A fault that it is told meets one request, whichever arrives next; several are used up in the
/// order in which they were told.
///
/// Part of the component `ionoscloud::container-registry-testing`, which is always a static
/// library. All functions are safe to use from any number of threads. Making one makes the process
/// ignore SIGPIPE.
class StubServer {
 public:
  /// Starts it, with one registry, `registry()`. Throws `std::runtime_error` when no port is free.
  explicit StubServer(StubServerOptions options = {});
  StubServer(const StubServer&) = delete;
  StubServer& operator=(const StubServer&) = delete;
  /// Closes all connections and stops it, at once even if responses are being delayed.
  ~StubServer();

  /// What `Configuration::host` is to be: `http://127.0.0.1:<port>/containerregistries`.
  [[nodiscard]] const std::string& url() const noexcept;

  /// The registry that is there from the start; the same id in every stub.
  [[nodiscard]] static RegistryId registry();

  /// Adds a running registry without tokens, named `registry-2`, `registry-3` and so on. Does
  /// nothing when it is there.
  void add_registry(const RegistryId& registry);

  /// Adds `count` enabled tokens without scopes, named `token-1`, `token-2` and so on, leaving out
  /// names that are taken. Throws `std::invalid_argument` when there is no such registry.
  void add_tokens(const RegistryId& registry, std::size_t count);

  /// The tokens of a registry as they are now, oldest first, each with its password, so that a test
  /// can tell whether it was kept. Throws `std::invalid_argument` when there is no such registry.
  [[nodiscard]] std::vector<TokenResponse> tokens(const RegistryId& registry) const;

  /// What arrived, in that order, requests that met a fault included. Empty without
  /// `StubServerOptions::record_requests`.
  [[nodiscard]] std::vector<ReceivedRequest> requests() const;

  /// How many requests arrived.
  [[nodiscard]] std::size_t request_count() const;

  /// The next `times` requests aren't carried out, and get a response with this status, these
  /// header lines and this body. Without one, an error has the body that the contract has for
  /// errors.
  void fail_next(std::size_t times, int status, Headers headers = {},
                 std::optional<std::string> body = std::nullopt);

  /// The next `times` requests are carried out, but their connections are closed before a byte of
  /// the response is sent.
  void lose_responses(std::size_t times);

  /// The next `times` requests are carried out at once, but their responses are sent `delay` later.
  void delay_responses(std::size_t times, std::chrono::milliseconds delay);

  /// From now on every `nth` request that meets no other fault is refused: 429, with `retry_after`
  /// in the header `Retry-After`. 1 refuses all of them; 0, as at the start, none.
  void throttle(std::size_t nth, std::chrono::seconds retry_after = std::chrono::seconds(1));

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace testing
}  // namespace v0
}  // namespace ionoscloud::container_registry
