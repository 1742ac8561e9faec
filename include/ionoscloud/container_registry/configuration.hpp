// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include <ionoscloud/container_registry/credentials.hpp>
#include <ionoscloud/container_registry/export.hpp>
#include <ionoscloud/container_registry/limits.hpp>
#include <ionoscloud/container_registry/retry_policy.hpp>
#include <ionoscloud/container_registry/secret.hpp>
#include <ionoscloud/container_registry/tls_options.hpp>
#include <ionoscloud/container_registry/transport.hpp>

namespace ionoscloud::container_registry {
inline namespace v0 {

class ConfigurationOrigins;
class Observer;

/// Everything that an `ApiClient` can be told. Plain data: fill in what differs from the defaults.
/// It is checked once, by the client's constructor.
///
///     cr::Configuration configuration;
///     configuration.token = read_secret("ionos-token");
///     configuration.timeouts.call = std::chrono::seconds(20);
///     cr::ApiClient client(configuration);
struct Configuration {
  /// Where the service is. White space, quotes and a byte order mark around it and slashes at the
  /// end are dropped, `https://` is put in front of a host without a scheme, and
  /// `/containerregistries` is added to one without a path; a path is kept as it is. A user, a
  /// query or a fragment is refused, and so is `http://` unless the host is loopback (see
  /// `TlsOptions::allow_plain_http`).
  std::string host = "https://api.ionos.com/containerregistries";

  /// User name and password of the account, for basic authentication. Both or neither. White space,
  /// quotes and a byte order mark around the user name are dropped.
  std::string username;
  /// See `username`. Control characters, such as a line's end, and a byte order mark in front are
  /// refused; it is never changed.
  Secret password;
  /// An API token, for bearer authentication. When it is set, `username` and `password` aren't
  /// used. It must be visible ASCII, without `Bearer` in front and without quotes around it; it is
  /// never changed.
  Secret token;
  /// A provider of your own, instead of the three above, which must be empty then.
  std::shared_ptr<CredentialsProvider> credentials;

  /// Time limits.
  Timeouts timeouts;
  /// How often a call is tried.
  RetryPolicy retry;
  /// TLS.
  TlsOptions tls;
  /// Size limits for responses.
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

  /// What `from_environment` and `discover` found questionable, for people: that others can read
  /// the profile file, that a part of `no_proxy` means nothing, that the log level is none. Holds
  /// no secret.
  std::vector<std::string> warnings;

  /// Where values came from, for `describe`. Set by `from_environment` and `discover`.
  std::shared_ptr<const ConfigurationOrigins> origins;

  /// The defaults, over them what the profile file says, and over that what the environment says,
  /// as `from_environment` reads it. What the program sets afterwards counts most.
  ///
  /// The profile file is YAML: the one that `IONOS_CONFIG_FILE` names, which must be there, else
  /// the first of these that can be read, if any:
  ///
  /// - `~/.ionos/config`
  /// - `~/.ionos/config.yaml`
  /// - `$XDG_CONFIG_HOME/ionosctl/config.yaml`, where `XDG_CONFIG_HOME` is `~/.config` if not set;
  ///   on macOS `~/Library/Application Support/ionosctl/config.yaml`
  ///
  /// The profile is the one that `IONOS_CURRENT_PROFILE` names, else its `currentProfile`. It sets
  ///
  /// - `token`, or `username` and `password`, unless the environment sets any of the three
  /// - `host` and `tls.ca_pem`, by the endpoint of `containerregistry` in the environment that the
  ///   profile names, unless `IONOS_API_URL` is set. Of environments that it doesn't name none is
  ///   used.
  ///
  /// Throws `ConfigurationException`, which names the file and the place in it, when the file isn't
  /// one, or asks for what isn't done: to leave certificates unchecked. A usual file that can't be
  /// read counts as missing, and is put down in `warnings`; so does every file for a library that
  /// was built without yaml-cpp. When both the endpoint and credentials come from the environment
  /// none is read. Not safe while another thread changes the environment.
  [[nodiscard]] IONOSCLOUD_CR_EXPORT static Configuration discover();

  /// What is in force and where it came from, a line a field, for people:
  ///
  ///     host      https://api.ionos.com/containerregistries  default
  ///     token     [redacted]                                 environment IONOS_TOKEN
  ///
  /// Secrets show as `[redacted]`, or `(none)` when they aren't set. Works for a configuration that
  /// no client would take, too.
  [[nodiscard]] IONOSCLOUD_CR_EXPORT std::string describe() const;

  /// The defaults, with what the environment says. No file is read.
  ///
  /// - `IONOS_TOKEN`: `token`
  /// - `IONOS_USERNAME`, `IONOS_PASSWORD`: `username`, `password`
  /// - `IONOS_API_URL`: `host`
  /// - `IONOS_PINNED_CERT`, several separated by commas: `tls.pinned_certificates`
  /// - `SSL_CERT_FILE`, `SSL_CERT_DIR`: `tls.ca_file`, `tls.ca_directory`, unless a profile
  ///   names an authority for its endpoint
  /// - `IONOS_HTTP_PROXY`, else `https_proxy` or `HTTPS_PROXY`, else `all_proxy` or `ALL_PROXY`:
  ///   `proxy.url`, `proxy.username`, `proxy.password`. A client doesn't use it for a host that is
  ///   loopback, nor `https_proxy` for one with `http://`
  /// - `no_proxy` or `NO_PROXY`: `proxy.no_proxy`
  /// - `IONOS_LOG_LEVEL`, which is `off`, `debug` or `trace`: `observer`, a `StreamLogger` on
  ///   `std::clog`, unless it is off. Any other level is put down in `warnings`, and counts as off.
  ///
  /// A variable that is empty counts as not set. Not safe while another thread changes the
  /// environment.
  [[nodiscard]] IONOSCLOUD_CR_EXPORT static Configuration from_environment();
};

}  // namespace v0
}  // namespace ionoscloud::container_registry
