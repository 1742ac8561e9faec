// SPDX-License-Identifier: Apache-2.0
#include "curl/tls_library.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <ionoscloud/container_registry/exceptions.hpp>

#include "runtime/tls_choice.hpp"
#include "support/temporary_folder.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

using testing::AllOf;
using testing::HasSubstr;

constexpr const char* secure = "https://h.example/x";

TEST(TlsLibrary, IsOfTheSystemWhereThatHasItsOwnInUse) {
  EXPECT_TRUE(is_of_the_system("Schannel"));
  EXPECT_TRUE(is_of_the_system("SecureTransport"));
  EXPECT_FALSE(is_of_the_system("OpenSSL/3.0.17"));
  EXPECT_FALSE(is_of_the_system("(Schannel) OpenSSL/3.5.0"));
  EXPECT_FALSE(is_of_the_system("GnuTLS/3.7.9"));
  EXPECT_FALSE(is_of_the_system(""));
}

std::string complaint_with_schannel(const Configuration& configuration) {
  try {
    static_cast<void>(choose_tls(configuration, secure, "Schannel"));
  } catch (const ConfigurationException& error) {
    return error.what();
  }
  return "";
}

TEST(TlsLibrary, OfTheSystemRefusesByNameWhatItCannotDo) {
  const TemporaryFolder folder;
  Configuration with_folder;
  with_folder.tls.ca_directory = folder.file("");
  Configuration with_certificate;
  with_certificate.tls.client_certificate_file = folder.file("client.pem", "a certificate");
  with_certificate.tls.client_key_file = folder.file("client.key", "a key");
  Configuration with_pin;
  with_pin.tls.pinned_certificates = {std::string(64, 'a')};

  EXPECT_THAT(complaint_with_schannel(with_folder),
              AllOf(HasSubstr("tls.ca_directory"), HasSubstr("Schannel")));
  EXPECT_THAT(complaint_with_schannel(with_certificate), HasSubstr("tls.client_certificate_file"));
  EXPECT_THAT(complaint_with_schannel(with_pin), HasSubstr("tls.pinned_certificates"));
}

TEST(TlsLibrary, OfTheSystemTakesAFileOfAuthorities) {
  const TemporaryFolder folder;
  Configuration configuration;
  configuration.tls.ca_file = folder.file("authorities.pem", "an authority");

  EXPECT_EQ(complaint_with_schannel(configuration), "");
}

}  // namespace
}  // namespace v0
}  // namespace ionoscloud::container_registry
