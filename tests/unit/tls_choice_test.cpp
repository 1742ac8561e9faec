// SPDX-License-Identifier: Apache-2.0
#include "runtime/tls_choice.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <string>

#include <ionoscloud/container_registry/exceptions.hpp>

#include "support/environment.hpp"
#include "support/temporary_folder.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

using testing::EndsWith;
using testing::HasSubstr;

constexpr const char* secure = "https://h.example/x";

class TlsChoice : public testing::Test {
 protected:
  Configuration with_variables(const std::string& file, const std::string& folder) const {
    const Environment environment(
        {{"SSL_CERT_FILE", file.c_str()}, {"SSL_CERT_DIR", folder.c_str()}});
    return Configuration::from_environment();
  }

  std::string complaint_about(const Configuration& configuration) const {
    try {
      static_cast<void>(choose_tls(configuration, secure));
    } catch (const ConfigurationException& error) {
      return error.what();
    }
    return "";
  }

  const TemporaryFolder folder_;
  const std::string file_ = folder_.file("authorities.pem", "an authority");
};

TEST_F(TlsChoice, TakesTheAuthoritiesOfTheEnvironment) {
  const TlsOptions tls = choose_tls(with_variables(file_, folder_.file("")), secure);

  EXPECT_EQ(tls.ca_file, file_);
  EXPECT_EQ(tls.ca_directory, folder_.file(""));
}

TEST_F(TlsChoice, TakesThoseOfTheProgramInstead) {
  Configuration configuration = with_variables("/no/such/file", "/no/such/folder");
  configuration.tls.ca_pem = "an authority";

  const TlsOptions tls = choose_tls(configuration, secure);

  EXPECT_EQ(tls.ca_file + tls.ca_directory, "");
  EXPECT_EQ(tls.ca_pem, "an authority");
}

TEST_F(TlsChoice, NeedsNoneOfTheEnvironmentWithoutTls) {
  const Configuration configuration = with_variables("/no/such/file", "/no/such/folder");

  EXPECT_EQ(choose_tls(configuration, "http://localhost/x").ca_file, "");
}

// Nobody may ever write into it.
TEST_F(TlsChoice, RefusesAPipeWithoutWaitingForIt) {
  const std::string pipe = folder_.file("pipe");
  ASSERT_EQ(mkfifo(pipe.c_str(), S_IRUSR | S_IWUSR), 0);
  Configuration configuration;
  configuration.tls.ca_file = pipe;

  EXPECT_THAT(complaint_about(configuration), HasSubstr("tls.ca_file must name a file"));
}

TEST_F(TlsChoice, RefusesAFolderThatIsNotThere) {
  Configuration configuration;
  configuration.tls.ca_directory = file_;

  EXPECT_THAT(complaint_about(configuration), HasSubstr("tls.ca_directory must name a folder"));
}

TEST_F(TlsChoice, TakesFoldersOfWhichOneIsThere) {
  Configuration configuration;
  configuration.tls.ca_directory = "/no/such/folder:" + folder_.file("");

  EXPECT_EQ(complaint_about(configuration), "");
}

TEST_F(TlsChoice, RefusesATextBesideFiles) {
  Configuration configuration;
  configuration.tls.ca_pem = "an authority";
  configuration.tls.ca_directory = folder_.file("");

  EXPECT_THAT(complaint_about(configuration), HasSubstr("tls.ca_pem must not be set together"));
}

TEST_F(TlsChoice, RefusesATextThatIsEncrypted) {
  Configuration configuration;
  configuration.tls.ca_pem = "-----BEGIN CERTIFICATE-----\nProc-Type: 4,ENCRYPTED\n";

  EXPECT_THAT(complaint_about(configuration), EndsWith("that aren't encrypted"));
}

}  // namespace
}  // namespace v0
}  // namespace ionoscloud::container_registry
