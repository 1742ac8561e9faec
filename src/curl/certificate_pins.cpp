// SPDX-License-Identifier: Apache-2.0
#include "curl/certificate_pins.hpp"

#include <openssl/bio.h>
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

#include <cstddef>
#include <limits>
#include <memory>
#include <stdexcept>

#include "base/ascii.hpp"
#include "base/bare_text.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

struct BioFree {
  void operator()(BIO* bio) const noexcept { BIO_free(bio); }
};

struct X509Free {
  void operator()(X509* certificate) const noexcept { X509_free(certificate); }
};

/// For an encrypted text, whose password OpenSSL would ask for at the terminal otherwise.
int no_password(char*, int, int, void*) noexcept { return -1; }

std::optional<Fingerprint> fingerprint_of(std::string_view pem) noexcept {
  if (pem.size() > std::numeric_limits<int>::max()) return std::nullopt;
  const std::unique_ptr<BIO, BioFree> text(
      BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())));
  if (!text) return std::nullopt;
  const std::unique_ptr<X509, X509Free> certificate(
      PEM_read_bio_X509(text.get(), nullptr, no_password, nullptr));
  Fingerprint fingerprint{};
  unsigned size = 0;
  const bool digested =
      certificate && X509_digest(certificate.get(), EVP_sha256(), fingerprint.data(), &size) == 1 &&
      size == fingerprint.size();
  if (!digested) return std::nullopt;
  return fingerprint;
}

int hex_value(char c) noexcept {
  if (ascii::is_digit(c)) return c - '0';
  const char lower = ascii::to_lower(c);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

}  // namespace

std::optional<Fingerprint> parse_fingerprint(std::string_view text) {
  Fingerprint fingerprint{};
  std::size_t digits = 0;
  for (const char c : bare(text)) {
    if (c == ':' || c == ' ') continue;
    const int value = hex_value(c);
    if (value < 0 || digits == 2 * fingerprint.size()) return std::nullopt;
    unsigned char& byte = fingerprint[digits / 2];
    byte = static_cast<unsigned char>(byte << 4 | value);
    ++digits;
  }
  if (digits != 2 * fingerprint.size()) return std::nullopt;
  return fingerprint;
}

CertificatePins::CertificatePins(const std::vector<std::string>& fingerprints) {
  for (const std::string& text : fingerprints) {
    const auto pin = parse_fingerprint(text);
    if (!pin) throw std::invalid_argument("a pin must be the 64 hex digits of a SHA-256");
    pins_.push_back(*pin);
  }
}

bool CertificatePins::hold(std::string_view pem) const noexcept {
  const auto fingerprint = fingerprint_of(pem);
  if (!fingerprint) return false;
  bool found = false;
  for (const Fingerprint& pin : pins_) {
    const bool same = CRYPTO_memcmp(pin.data(), fingerprint->data(), pin.size()) == 0;
    found = found || same;
  }
  return found;
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
