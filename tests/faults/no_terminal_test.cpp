// SPDX-License-Identifier: Apache-2.0
// OpenSSL asks for the passphrase of what is encrypted, on the terminal or else on standard input.
// Nothing of that may happen in a call.
#include <gtest/gtest.h>
#include <openssl/pem.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <functional>
#include <iostream>
#include <memory>
#include <stdexcept>
#include <string>

#include "faults/outcome.hpp"
#include "faults/tested_operations.hpp"
#include "support/certificate.hpp"
#include "support/raw_server.hpp"
#include "support/temporary_folder.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

constexpr const char* passphrase = "open sesame";

/// What a process without a terminal prints while it acts, with the passphrase on its standard
/// input.
std::string printed_by(const std::function<void()>& act) {
  std::array<int, 2> in{};
  std::array<int, 2> out{};
  if (pipe(in.data()) != 0 || pipe(out.data()) != 0) throw std::runtime_error("no pipe");
  std::fflush(stdout);  // Or the child prints it once more.
  const pid_t child = fork();
  if (child == 0) {
    setsid();
    for (const int fd : {STDOUT_FILENO, STDERR_FILENO}) dup2(out[1], fd);
    dup2(in[0], STDIN_FILENO);
    for (const int fd : {in[0], in[1], out[0], out[1]}) close(fd);
    act();
    _exit(0);
  }
  const std::string line = std::string(passphrase) + "\n";
  EXPECT_EQ(write(in[1], line.data(), line.size()), static_cast<ssize_t>(line.size()));
  for (const int fd : {in[0], in[1], out[1]}) close(fd);
  std::string printed;
  std::array<char, 256> buffer{};
  for (ssize_t size = 0; (size = read(out[0], buffer.data(), buffer.size())) > 0;) {
    printed.append(buffer.data(), static_cast<std::size_t>(size));
  }
  close(out[0]);
  waitpid(child, nullptr, 0);
  return printed;
}

/// A certificate that is encrypted, which hardly anybody does, but OpenSSL reads.
std::string encrypted_pem(const Certificate& certificate) {
  const std::unique_ptr<BIO, decltype(&BIO_free)> bio(BIO_new(BIO_s_mem()), &BIO_free);
  PEM_ASN1_write_bio(reinterpret_cast<i2d_of_void*>(i2d_X509), PEM_STRING_X509, bio.get(),
                     certificate.x509(), EVP_aes_128_cbc(),
                     reinterpret_cast<const unsigned char*>(passphrase), 11, nullptr, nullptr);
  char* text = nullptr;
  const long size = BIO_get_mem_data(bio.get(), &text);
  return {text, static_cast<std::size_t>(size)};
}

class NoTerminal : public testing::TestWithParam<TestedOperation> {
 protected:
  /// What is printed by a client with these options, and then how its call ends.
  std::string printed_with(const TlsOptions& tls) const {
    const RawServer server(ServerTls(certificate_), serve);
    return printed_by([&] {
      Configuration configuration = configuration_for(server.url());
      configuration.tls = tls;
      try {
        const Tokens tokens(configuration);
        std::cout << outcome_of(GetParam(), tokens) << std::flush;
      } catch (const ConfigurationException& error) {
        std::cout << "refused" << std::flush;
      }
    });
  }

  const TemporaryFolder folder_;
  const Certificate certificate_;
  const std::string no_certificate_ = "Transport(tls)";
};

TEST_P(NoTerminal, IsAskedForTheClientsKey) {
  TlsOptions tls;
  tls.ca_pem = certificate_.pem();
  tls.client_certificate_file = folder_.file("client.pem", certificate_.pem());
  tls.client_key_file = folder_.file("client.key", certificate_.key_pem(passphrase));

  EXPECT_EQ(printed_with(tls).find(no_certificate_), 0U) << printed_with(tls);
}

TEST_P(NoTerminal, IsAskedForTheClientsCertificate) {
  TlsOptions tls;
  tls.ca_pem = certificate_.pem();
  tls.client_certificate_file = folder_.file("client.pem", encrypted_pem(certificate_));
  tls.client_key_file = folder_.file("client.key", certificate_.key_pem());

  EXPECT_EQ(printed_with(tls).find(no_certificate_), 0U) << printed_with(tls);
}

TEST_P(NoTerminal, IsAskedForAnAuthority) {
  TlsOptions tls;
  tls.ca_pem = encrypted_pem(certificate_);

  EXPECT_EQ(printed_with(tls), "refused");
}

TEST_P(NoTerminal, IsAskedForAFileOfAuthorities) {
  TlsOptions tls;
  tls.ca_file = folder_.file("authorities.pem", encrypted_pem(certificate_));

  EXPECT_EQ(printed_with(tls).find(no_certificate_), 0U) << printed_with(tls);
}

INSTANTIATE_TEST_SUITE_P(For, NoTerminal, testing::ValuesIn(find_and_post()),
                         testing::PrintToStringParamName());

}  // namespace
}  // namespace v0
}  // namespace ionoscloud::container_registry
