// SPDX-License-Identifier: Apache-2.0
// Files of certificates that are replaced while a client lives.
#include <gtest/gtest.h>
#include <openssl/x509.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <filesystem>
#include <string>

#include "faults/outcome.hpp"
#include "faults/tested_operations.hpp"
#include "support/certificate.hpp"
#include "support/raw_server.hpp"
#include "support/temporary_folder.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

/// Closes each connection behind its response, so that the next call needs a new one.
void serve_once(RawConnection& client) {
  if (const auto request = client.read_request()) client.send(healthy_response(*request));
}

/// How OpenSSL looks a certificate up in a folder.
std::string hashed_name(const Certificate& certificate) {
  std::array<char, 16> name{};
  std::snprintf(name.data(), name.size(), "%08lx.0", X509_subject_name_hash(certificate.x509()));
  return name.data();
}

class ReplacedFiles : public testing::TestWithParam<TestedOperation> {
 protected:
  Tokens tokens_trusting(const TlsOptions& tls) const {
    Configuration configuration = configuration_for(server_.url());
    configuration.tls = tls;
    return Tokens(configuration);
  }

  const Certificate authority_{{"authority", "DNS:authority.example"}};
  const Certificate another_{{"another", "DNS:another.example"}};
  RawServer server_{ServerTls(Certificate({}, authority_)), serve_once};
  const TemporaryFolder folder_;
  const Outcome refused_{"Transport(tls)", Execution::none, 1};
};

TEST_P(ReplacedFiles, LetANewAuthorityBeTrusted) {
  TlsOptions tls;
  tls.ca_file = folder_.file("authorities.pem", another_.pem());
  const Tokens tokens = tokens_trusting(tls);
  EXPECT_EQ(outcome_of(GetParam(), tokens), refused_);

  static_cast<void>(folder_.file("authorities.pem", authority_.pem()));

  EXPECT_EQ(outcome_of(GetParam(), tokens), success);
}

// Neither by what was read before, nor by a session that is resumed.
TEST_P(ReplacedFiles, LetAnAuthorityBeTrustedNoMore) {
  TlsOptions tls;
  tls.ca_file = folder_.file("authorities.pem", authority_.pem());
  const Tokens tokens = tokens_trusting(tls);
  EXPECT_EQ(outcome_of(GetParam(), tokens), success);
  server_.wait_for_closed(1);

  static_cast<void>(folder_.file("authorities.pem", another_.pem()));

  EXPECT_EQ(outcome_of(GetParam(), tokens), refused_);
}

TEST_P(ReplacedFiles, AreFoundFromAnotherFolder) {
  const std::string before = std::filesystem::current_path();
  ASSERT_EQ(chdir(folder_.file("").c_str()), 0);
  static_cast<void>(folder_.file("authorities.pem", authority_.pem()));
  TlsOptions tls;
  tls.ca_file = "authorities.pem";
  const Tokens tokens = tokens_trusting(tls);

  ASSERT_EQ(chdir(before.c_str()), 0);

  EXPECT_EQ(outcome_of(GetParam(), tokens), success);
}

TEST_P(ReplacedFiles, InAFolderOfAuthoritiesAreTheOnlyOnes) {
  TlsOptions tls;
  tls.ca_directory = "/no/such/folder:" + folder_.file("");
  const std::string name = hashed_name(authority_);
  static_cast<void>(folder_.file(name, authority_.pem()));
  const Tokens tokens = tokens_trusting(tls);
  EXPECT_EQ(outcome_of(GetParam(), tokens), success);
  server_.wait_for_closed(1);

  std::remove(folder_.file(name).c_str());

  EXPECT_EQ(outcome_of(GetParam(), tokens), refused_);
}

INSTANTIATE_TEST_SUITE_P(For, ReplacedFiles, testing::ValuesIn(find_and_post()),
                         testing::PrintToStringParamName());

}  // namespace
}  // namespace v0
}  // namespace ionoscloud::container_registry
