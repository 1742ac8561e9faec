// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ionoscloud::container_registry {
inline namespace v0 {

/// The SHA-256 of a certificate in its DER form.
using Fingerprint = std::array<unsigned char, 32>;

/// Reads a fingerprint: 64 hex digits of either case; colons and spaces between them don't count.
[[nodiscard]] std::optional<Fingerprint> parse_fingerprint(std::string_view text);

/// The certificates that a server may show.
class CertificatePins {
 public:
  /// Texts that `parse_fingerprint` reads. Throws `std::invalid_argument` for any other.
  explicit CertificatePins(const std::vector<std::string>& fingerprints);

  /// Whether every certificate will do.
  [[nodiscard]] bool empty() const noexcept { return pins_.empty(); }

  /// Whether the certificate, in its PEM form, is one of them. Takes as long for each.
  [[nodiscard]] bool hold(std::string_view pem) const noexcept;

 private:
  std::vector<Fingerprint> pins_;
};

}  // namespace v0
}  // namespace ionoscloud::container_registry
