// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include <ionoscloud/container_registry/secret.hpp>

/// @file
/// How connections are made.

namespace ionoscloud::container_registry {
inline namespace v0 {

/// TLS. The certificate's chain and the host's name in it are always checked, and TLS 1.2 is the
/// least that is spoken; nothing turns that off.
struct TlsOptions {
  /// A PEM file with the certificate authorities to trust *instead of* the system's. Empty: the
  /// system's.
  std::string ca_file;
  /// The same as a PEM text instead of a file.
  std::string ca_pem;
  /// A PEM file with the client's certificate, and its chain. Empty: none.
  std::string client_certificate_file;
  /// A PEM file with the client's key. Needed with a client certificate.
  std::string client_key_file;
  /// The key's passphrase. Empty: the key has none.
  Secret client_key_passphrase;
  /// The certificates that the server may show, beside all other checks: each the SHA-256 of the
  /// certificate in its DER form, as 64 hex digits; colons, spaces and case don't count. Several of
  /// them let a certificate be renewed. Empty: any that the other checks accept. Needs a host with
  /// `https://`. See it with `openssl x509 -in cert.pem -noout -fingerprint -sha256`.
  std::vector<std::string> pinned_certificates;
  /// Lets `Configuration::host` be `http://` on a host that isn't loopback. Credentials and
  /// passwords then travel in clear: for a network that nobody else is on, and nothing else.
  bool allow_plain_http = false;
};

/// A proxy between here and the service.
struct ProxyOptions {
  /// `http://host:port`, `https://host:port` or `socks5h://host:port`, without a user. Empty: a
  /// direct connection, whatever the environment says.
  std::string url;
  /// The user that the proxy asks for. Empty: none.
  std::string username;
  /// That user's password.
  Secret password;
  /// Hosts that are reached directly, separated by commas; `*` for all of them.
  std::string no_proxy;
};

}  // namespace v0
}  // namespace ionoscloud::container_registry
