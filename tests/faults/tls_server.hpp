// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <sys/types.h>

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "support/raw_server.hpp"

/// @file
/// TLS for tests, by the `openssl` program.

namespace ionoscloud::container_registry {
inline namespace v0 {

/// A folder for temporary files that goes with its contents.
class TemporaryFolder {
 public:
  TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  ~TemporaryFolder();

  [[nodiscard]] std::string file(std::string_view name) const { return path_ / name; }

 private:
  std::filesystem::path path_;
};

/// A certificate that is its own authority, and its key, as PEM files.
struct Certificate {
  std::string file;
  std::string key_file;
};

/// Makes one in `folder`. `alternative_name` is what it is for, as `IP:127.0.0.1`; the key gets a
/// passphrase unless that is empty.
[[nodiscard]] Certificate make_certificate(const TemporaryFolder& folder, const std::string& name,
                                           const std::string& alternative_name,
                                           const std::string& passphrase = "");

/// `openssl s_server` on a free port of 127.0.0.1, with further options. One connection at a time.
class TlsServer {
 public:
  explicit TlsServer(const Certificate& certificate, std::vector<std::string> options = {});
  TlsServer(const TlsServer&) = delete;
  TlsServer& operator=(const TlsServer&) = delete;
  ~TlsServer();

  [[nodiscard]] std::string url() const;

  /// Without `-www`: the bytes that the client sends, up to the end of a head.
  std::string read_head();
  /// Without `-www`: sends these bytes to the client.
  void send(std::string_view bytes);

 private:
  std::string read_until(std::string_view end);

  pid_t process_ = -1;
  Descriptor input_;
  Descriptor output_;
  std::string unread_;
  std::string port_;
};

}  // namespace v0
}  // namespace ionoscloud::container_registry
