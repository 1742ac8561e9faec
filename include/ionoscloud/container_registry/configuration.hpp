// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <memory>
#include <string>

#include <ionoscloud/container_registry/credentials.hpp>
#include <ionoscloud/container_registry/export.hpp>
#include <ionoscloud/container_registry/limits.hpp>
#include <ionoscloud/container_registry/retry_policy.hpp>
#include <ionoscloud/container_registry/secret.hpp>
#include <ionoscloud/container_registry/tls_options.hpp>
#include <ionoscloud/container_registry/transport.hpp>

namespace ionoscloud::container_registry {
inline namespace v0 {

class Observer;

/// Everything that an `ApiClient` can be told. Plain data: fill in what differs from the defaults.
/// It is checked once, by the client's constructor.
///
///     cr::Configuration configuration;
///     configuration.token = read_secret("ionos-token");
///     configuration.timeouts.call = std::chrono::seconds(20);
///     cr::ApiClient client(configuration);
struct Configuration {
  /// Where the service is. White space and slashes at the end are dropped, `https://` is put in
  /// front of a host without a scheme, and `/containerregistries` is added to one without a path; a
  /// path is kept as it is. A user, a query or a fragment is refused, and so is `http://` unless
  /// the host is loopback (see `TlsOptions::allow_plain_http`).
  std::string host = "https://api.ionos.com/containerregistries";

  /// User name and password of the account, for basic authentication. Both or neither.
  std::string username;
  /// See `username`.
  Secret password;
  /// An API token, for bearer authentication. When it is set, `username` and `password` aren't
  /// used.
  Secret token;
  /// A provider of your own, instead of the three above, which must be empty then.
  std::shared_ptr<CredentialsProvider> credentials;

  /// Time limits.
  Timeouts timeouts;
  /// How often a call is tried.
  RetryPolicy retry;
  /// TLS.
  TlsOptions tls;
  /// Size limits for answers.
  Limits limits;
  /// A proxy.
  ProxyOptions proxy;
  /// How many calls of `AsyncTokensApi` are under way at once; further ones wait for their turn.
  /// More than 0.
  std::size_t max_calls_at_once = 256;

  /// Put behind this library's own `User-Agent`, as in `my-tool/1.2`. Visible ASCII and spaces.
  std::string user_agent_suffix;

  /// Is told what the calls do: see observer.hpp. Empty: nobody.
  std::shared_ptr<Observer> observer;

  /// A transport of your own, or a fake one for tests. Empty: libcurl. With it, `tls` and `proxy`
  /// aren't used, but for `tls.allow_plain_http`.
  std::shared_ptr<HttpTransport> transport;

  /// The defaults, with what the environment says. This is the only function that reads it.
  ///
  /// - `IONOS_TOKEN`: `token`
  /// - `IONOS_USERNAME`, `IONOS_PASSWORD`: `username`, `password`
  /// - `IONOS_API_URL`: `host`
  /// - `IONOS_PINNED_CERT`, several separated by commas: `tls.pinned_certificates`
  /// - `IONOS_HTTP_PROXY`, else `https_proxy` or `HTTPS_PROXY`, else `all_proxy` or `ALL_PROXY`:
  ///   `proxy.url`, `proxy.username`, `proxy.password`
  /// - `no_proxy` or `NO_PROXY`: `proxy.no_proxy`
  /// - `IONOS_LOG_LEVEL`, which is `off`, `debug` or `trace`: `observer`, a `StreamLogger` on
  ///   `std::clog`, unless it is off
  ///
  /// Throws `ConfigurationException` when the log level is none of these.
  /// A variable that is empty counts as not set. Not safe while another thread changes the
  /// environment.
  [[nodiscard]] IONOSCLOUD_CR_EXPORT static Configuration from_environment();
};

}  // namespace v0
}  // namespace ionoscloud::container_registry
