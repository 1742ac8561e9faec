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
  /// A PEM file with the certificate authorities to trust *instead of* the system's. Empty, and
  /// `ca_directory` too: the system's. It is read for each new connection, so that one that is
  /// replaced counts from the next one on; connections that stand are given up after a minute.
  std::string ca_file;
  /// A folder with a PEM file for each authority, named by `openssl rehash`; or several folders,
  /// separated by colons. Trusted beside `ca_file`, and otherwise like it.
  std::string ca_directory;
  /// The same as a PEM text instead of files.
  std::string ca_pem;
  /// A PEM file with the client's certificate, and its chain. Empty: none.
  std::string client_certificate_file;
  /// A PEM file with the client's key. Needed with a client certificate.
  std::string client_key_file;
  /// The key's passphrase. Empty: the key has none. Nobody is ever asked for it.
  Secret client_key_passphrase;
  /// The certificates that the server may show, beside all other checks: each the SHA-256 of the
  /// certificate in its DER form, as 64 hex digits; colons, spaces and case don't count. Several of
  /// them let a certificate be renewed. Empty: any that the other checks accept. Needs a host with
  /// `https://`. See it with `openssl x509 -in cert.pem -noout -fingerprint -sha256`.
  std::vector<std::string> pinned_certificates;
  /// Lets `Configuration::host` be `http://` on a host that isn't loopback, or be reached by a
  /// proxy. Credentials and passwords then travel in clear: for a network that nobody else is on,
  /// and nothing else.
  bool allow_plain_http = false;
};

/// A proxy between here and the service.
struct ProxyOptions {
  /// `http://host:port`, `https://`, `socks4://`, `socks4a://`, `socks5://` or `socks5h://`,
  /// without a user. Empty: a direct connection, whatever the environment says. A host with
  /// `http://` allows none, unless `TlsOptions::allow_plain_http` does.
  std::string url;
  /// The user that the proxy asks for. Empty: none.
  std::string username;
  /// That user's password.
  Secret password;
  /// Hosts that are reached directly, separated by commas or white space. `example.com` stands for
  /// that host and those below it, `*.example.com` for those below it, `*` for all; addresses and
  /// networks like `10.0.0.0/8` are known, and a port behind a host, `example.com:8443`.
  std::string no_proxy;
};

}  // namespace v0
}  // namespace ionoscloud::container_registry
