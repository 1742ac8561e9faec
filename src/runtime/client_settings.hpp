// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <ionoscloud/container_registry/configuration.hpp>

#include "http/concurrent_exchanges.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {

/// A configuration that was checked, and turned into what calls need.
struct ClientSettings {
  /// Without a slash at its end.
  std::string base_url;
  std::string user_agent;
  std::shared_ptr<CredentialsProvider> credentials;
  std::shared_ptr<HttpTransport> transport;
  /// Null for none.
  std::shared_ptr<Observer> observer;
  /// Makes what an event loop works with.
  std::function<std::unique_ptr<ConcurrentExchanges>()> make_exchanges;
  std::size_t max_calls_at_once = 0;
  /// Whether exchanges may really run at once, so that it helps to ask ahead.
  bool has_concurrent_exchanges = false;
  Timeouts timeouts;
  RetryPolicy retry;
  Limits limits;
  /// What to look at when the host redirects.
  std::string host_advice;
  /// What to look at when the proxy refuses; empty when none is used.
  std::string proxy_advice;
  /// What must not show up in any text, even if the service says it: see known_secrets.hpp.
  std::vector<Secret> secrets;
};

/// Throws `ConfigurationException`, naming the field, when something can't work.
[[nodiscard]] ClientSettings make_client_settings(const Configuration& configuration);

/// Throws `ConfigurationException`: the field has this problem.
[[noreturn]] void throw_invalid_configuration(std::string_view field, std::string_view problem);

/// What is wrong with a retry policy, reading on from its field's name; empty when nothing is.
[[nodiscard]] std::string complaint_about(const RetryPolicy& policy);

}  // namespace v0
}  // namespace ionoscloud::container_registry
