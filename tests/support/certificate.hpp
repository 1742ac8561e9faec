// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <memory>
#include <string>

struct evp_pkey_st;
struct x509_st;

namespace ionoscloud::container_registry {
inline namespace v0 {

/// A certificate with its key, made when a test needs it.
class Certificate {
 public:
  struct Settings {
    std::string name = "server";
    /// What it is for, in OpenSSL's words.
    std::string alternative_name = "IP:127.0.0.1";
    /// From now.
    std::chrono::hours begins{-1};
    std::chrono::hours ends{24};
  };

  /// One that is its own authority.
  Certificate() : Certificate(Settings()) {}
  explicit Certificate(const Settings& settings);
  /// One that `issuer` vouches for.
  Certificate(const Settings& settings, const Certificate& issuer);

  [[nodiscard]] std::string pem() const;
  /// The key; encrypted unless the passphrase is empty.
  [[nodiscard]] std::string key_pem(const std::string& passphrase = "") const;
  /// The SHA-256 of its DER form as `3F:A4:…`.
  [[nodiscard]] std::string fingerprint() const;

  [[nodiscard]] x509_st* x509() const noexcept { return x509_.get(); }
  [[nodiscard]] evp_pkey_st* key() const noexcept { return key_.get(); }

 private:
  Certificate(const Settings& settings, const Certificate* issuer);

  std::shared_ptr<evp_pkey_st> key_;
  std::shared_ptr<x509_st> x509_;
};

}  // namespace v0
}  // namespace ionoscloud::container_registry
