// SPDX-License-Identifier: Apache-2.0
#include "support/certificate.hpp"

#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/rand.h>
#include <openssl/x509v3.h>

#include <array>
#include <cstdint>
#include <cstdio>
#include <ctime>
#include <stdexcept>

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

template <class Pointer>
Pointer made(Pointer pointer) {
  if (pointer == nullptr) throw std::runtime_error("OpenSSL can't make a certificate");
  return pointer;
}

using Bio = std::unique_ptr<BIO, decltype(&BIO_free_all)>;

Bio memory() { return {made(BIO_new(BIO_s_mem())), &BIO_free_all}; }

std::string content(const Bio& bio) {
  char* data = nullptr;
  const long size = BIO_get_mem_data(bio.get(), &data);
  return {data, static_cast<std::size_t>(size)};
}

void set_serial(X509* certificate) {
  std::uint32_t number = 0;
  RAND_bytes(reinterpret_cast<unsigned char*>(&number), sizeof number);
  ASN1_INTEGER_set_uint64(X509_get_serialNumber(certificate), number);
}

void set_name(X509* certificate, const std::string& name) {
  const auto* text = reinterpret_cast<const unsigned char*>(name.c_str());
  X509_NAME_add_entry_by_txt(X509_get_subject_name(certificate), "CN", MBSTRING_UTF8, text, -1, -1,
                             0);
}

void add_extension(X509* certificate, int kind, const std::string& value) {
  const std::unique_ptr<X509_EXTENSION, decltype(&X509_EXTENSION_free)> extension(
      made(X509V3_EXT_conf_nid(nullptr, nullptr, kind, value.c_str())), &X509_EXTENSION_free);
  X509_add_ext(certificate, extension.get(), -1);
}

void set_time(ASN1_TIME* time, std::chrono::hours from_now) {
  X509_gmtime_adj(time, static_cast<long>(std::chrono::seconds(from_now).count()));
}

}  // namespace

Certificate::Certificate(const Settings& settings) : Certificate(settings, nullptr) {}

Certificate::Certificate(const Settings& settings, const Certificate& issuer)
    : Certificate(settings, &issuer) {}

Certificate::Certificate(const Settings& settings, const Certificate* issuer)
    : key_(made(EVP_EC_gen("P-256")), &EVP_PKEY_free), x509_(made(X509_new()), &X509_free) {
  X509* certificate = x509_.get();
  X509_set_version(certificate, X509_VERSION_3);
  set_serial(certificate);
  set_name(certificate, settings.name);
  set_time(X509_getm_notBefore(certificate), settings.begins);
  set_time(X509_getm_notAfter(certificate), settings.ends);
  X509_set_pubkey(certificate, key());
  add_extension(certificate, NID_basic_constraints, issuer == nullptr ? "CA:TRUE" : "CA:FALSE");
  add_extension(certificate, NID_subject_alt_name, settings.alternative_name);
  const Certificate& signer = issuer == nullptr ? *this : *issuer;
  X509_set_issuer_name(certificate, X509_get_subject_name(signer.x509()));
  if (X509_sign(certificate, signer.key(), EVP_sha256()) == 0) {
    throw std::runtime_error("OpenSSL can't sign a certificate");
  }
}

std::string Certificate::pem() const {
  const Bio bio = memory();
  PEM_write_bio_X509(bio.get(), x509());
  return content(bio);
}

std::string Certificate::key_pem(const std::string& passphrase) const {
  const Bio bio = memory();
  const EVP_CIPHER* cipher = passphrase.empty() ? nullptr : EVP_aes_256_cbc();
  PEM_write_bio_PKCS8PrivateKey(bio.get(), key(), cipher, passphrase.data(),
                                static_cast<int>(passphrase.size()), nullptr, nullptr);
  return content(bio);
}

std::string Certificate::fingerprint() const {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned int size = 0;
  X509_digest(x509(), EVP_sha256(), digest.data(), &size);
  std::string text;
  for (unsigned int i = 0; i < size; ++i) {
    std::array<char, 4> byte{};
    std::snprintf(byte.data(), byte.size(), i == 0 ? "%02X" : ":%02X", digest[i]);
    text += byte.data();
  }
  return text;
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
