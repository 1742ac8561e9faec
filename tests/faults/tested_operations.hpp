// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>
#include <ionoscloud/container_registry/async.hpp>
#include <ionoscloud/container_registry/tokens_api.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "runtime/operation.hpp"
#include "support/raw_server.hpp"

/// @file
/// The operations of the API as the fault tests call them, and the service as it responds when it
/// is well.

namespace ionoscloud::container_registry {
inline namespace v0 {

/// Every secret of these tests begins with this, so that it can be looked for.
inline constexpr std::string_view secret_marker = "hunter2";

/// A client in both of its forms.
struct Tokens {
  explicit Tokens(const Configuration& configuration) : Tokens(ApiClient(configuration)) {}
  explicit Tokens(const ApiClient& used) : client(used), waiting(used), async(used) {}

  ApiClient client;
  TokensApi waiting;
  AsyncTokensApi async;
};

/// An operation in one of its forms, called with arguments that are fine.
struct TestedOperation {
  std::string name;
  HttpMethod method;
  Safety safety;
  std::function<void(const Tokens&, const CallOptions&)> call;

  /// Whether it must not be sent twice.
  [[nodiscard]] bool creates() const noexcept {
    return ionoscloud::container_registry::creates(safety);
  }
  /// Whether its response may hold a password that is shown once.
  [[nodiscard]] bool shows_credential() const noexcept {
    return safety == Safety::creates_credential;
  }
  /// Whether it reads the body of its response.
  [[nodiscard]] bool reads_response() const noexcept { return method != HttpMethod::del; }

  friend std::ostream& operator<<(std::ostream& out, const TestedOperation& operation) {
    return out << operation.name;
  }
};

/// Every operation of the library, in both forms.
[[nodiscard]] const std::vector<TestedOperation>& tested_operations();
/// One that reads and one that creates, in both forms, for faults that take their time.
[[nodiscard]] const std::vector<TestedOperation>& find_and_post();

/// The whole response to a request for one of the operations, as a healthy service gives it.
[[nodiscard]] std::string healthy_response(const std::string& request);
/// The body of the response that creates a token, with the only password.
[[nodiscard]] std::string created_token(const std::string& name = "ci-pull");

/// Responses all that comes, as a healthy service does.
void serve(RawConnection& client);
/// Misbehaves on the first connection only.
[[nodiscard]] RawServer::Script once(RawServer::Script fault);

/// For `server`, quick to try again, and patient otherwise.
[[nodiscard]] Configuration configuration_for(const std::string& url);
[[nodiscard]] Tokens tokens_at(const std::string& url);

}  // namespace v0
}  // namespace ionoscloud::container_registry
