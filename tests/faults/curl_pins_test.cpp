// SPDX-License-Identifier: Apache-2.0
// Pinned certificates of the libcurl transport.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <memory>
#include <string>
#include <vector>

#include "faults/tls_server.hpp"
#include "support/exchanges.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

using testing::HasSubstr;

const std::string no_certificate =
    "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";

/// What the `openssl` program says of the certificate: `3F:A4:…`.
std::string fingerprint_of(const Certificate& certificate) {
  const std::string command =
      "openssl x509 -noout -fingerprint -sha256 -in '" + certificate.file + "'";
  const std::unique_ptr<FILE, int (*)(FILE*)> output(popen(command.c_str(), "r"), pclose);
  std::array<char, 256> line{};
  if (!output || std::fgets(line.data(), line.size(), output.get()) == nullptr) return "";
  const std::string text(line.data());
  return text.substr(text.find('=') + 1, 95);
}

class CurlPins : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    folder_ = std::make_unique<TemporaryFolder>();
    server_ = make_certificate(*folder_, "server", "IP:127.0.0.1");
    other_ = make_certificate(*folder_, "other", "IP:127.0.0.1");
  }
  static void TearDownTestSuite() { folder_.reset(); }

  static TlsOptions pinning(std::vector<std::string> pins) {
    TlsOptions options;
    options.ca_file = server_.file;
    options.pinned_certificates = std::move(pins);
    return options;
  }

  static inline std::unique_ptr<TemporaryFolder> folder_;
  static inline Certificate server_;
  static inline Certificate other_;
};

TEST_F(CurlPins, AcceptThePinnedCertificate) {
  const TlsServer server(server_, {"-www"});

  const auto exchange = make_curl_transport(pinning({fingerprint_of(server_)}), {})
                            ->exchange(get(server.url()), patient());

  EXPECT_FALSE(exchange.error) << exchange.error_message;
  EXPECT_EQ(exchange.response.status, 200);
}

TEST_F(CurlPins, AcceptOneOfSeveral) {
  const TlsServer server(server_, {"-www"});

  const auto exchange = make_curl_transport(pinning({no_certificate, fingerprint_of(server_)}), {})
                            ->exchange(get(server.url()), patient());

  EXPECT_FALSE(exchange.error) << exchange.error_message;
}

TEST_F(CurlPins, RefuseAnotherCertificateBeforeAnythingIsSent) {
  const TlsServer server(server_, {"-www"});

  const auto exchange = make_curl_transport(pinning({fingerprint_of(other_)}), {})
                            ->exchange(get(server.url()), patient());

  EXPECT_EQ(exchange.error, TransportError::pin);
  EXPECT_EQ(exchange.progress, RequestProgress::nothing_sent);
  EXPECT_THAT(exchange.error_message, HasSubstr("tls.pinned_certificates"));
}

TEST_F(CurlPins, RefuseItAgainOnTheNextCall) {
  const TlsServer server(server_, {"-www"});
  const auto transport = make_curl_transport(pinning({no_certificate}), {});

  for (int call = 0; call < 3; ++call) {
    EXPECT_EQ(transport->exchange(get(server.url()), patient()).error, TransportError::pin);
  }
}

TEST_F(CurlPins, DoNotReplaceTheCheckOfTheChain) {
  const TlsServer server(server_, {"-www"});
  TlsOptions options;  // which trusts the system's authorities alone
  options.pinned_certificates = {fingerprint_of(server_)};

  const auto exchange = make_curl_transport(options, {})->exchange(get(server.url()), patient());

  EXPECT_EQ(exchange.error, TransportError::tls);
}

TEST_F(CurlPins, HoldOnEachNewConnectionOfOneTransport) {
  // This server closes each connection, so that a session might be resumed on the next.
  const TlsServer server(server_, {"-www"});
  const auto transport = make_curl_transport(pinning({fingerprint_of(server_)}), {});

  for (int call = 0; call < 3; ++call) {
    const auto exchange = transport->exchange(get(server.url()), patient());

    EXPECT_FALSE(exchange.error) << exchange.error_message;
  }
}

}  // namespace
}  // namespace v0
}  // namespace ionoscloud::container_registry
