// SPDX-License-Identifier: Apache-2.0
// Pinned certificates of the libcurl transport.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "support/exchanges.hpp"
#include "support/raw_server.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

using testing::HasSubstr;

const std::string no_certificate =
    "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";

class CurlPins : public testing::Test {
 protected:
  std::shared_ptr<HttpTransport> pinning(std::vector<std::string> pins) const {
    TlsOptions options;
    options.ca_pem = certificate_.pem();
    options.pinned_certificates = std::move(pins);
    return make_curl_transport(options, {});
  }

  const Certificate certificate_;
  // Closes each connection, so that a session might be resumed on the next.
  const RawServer server_{ServerTls(certificate_), [](RawConnection& client) {
                            client.read_request();
                            client.send(raw_response(200, "fine", "Connection: close\r\n"));
                          }};
};

TEST_F(CurlPins, AcceptThePinnedCertificate) {
  const auto transport = pinning({certificate_.fingerprint()});

  const HttpExchange exchange = transport->exchange(get(server_.url()), patient());

  EXPECT_EQ(exchange.response.body, "fine") << exchange.error_message;
}

TEST_F(CurlPins, AcceptOneOfSeveral) {
  const auto transport = pinning({no_certificate, certificate_.fingerprint()});

  const HttpExchange exchange = transport->exchange(get(server_.url()), patient());

  EXPECT_EQ(exchange.response.body, "fine") << exchange.error_message;
}

TEST_F(CurlPins, RefuseAnotherCertificateBeforeAnythingIsSent) {
  const Certificate other;
  const auto transport = pinning({other.fingerprint()});

  const HttpExchange exchange = transport->exchange(get(server_.url()), patient());

  EXPECT_EQ(exchange.error, TransportError::pin);
  EXPECT_EQ(exchange.progress, RequestProgress::nothing_sent);
  EXPECT_THAT(exchange.error_message, HasSubstr("tls.pinned_certificates"));
}

TEST_F(CurlPins, RefuseItAgainOnTheNextCall) {
  const auto transport = pinning({no_certificate});

  for (int call = 0; call < 3; ++call) {
    EXPECT_EQ(transport->exchange(get(server_.url()), patient()).error, TransportError::pin);
  }
}

TEST_F(CurlPins, HoldOnEachNewConnectionOfOneTransport) {
  const auto transport = pinning({certificate_.fingerprint()});

  for (int call = 0; call < 3; ++call) {
    const HttpExchange exchange = transport->exchange(get(server_.url()), patient());

    EXPECT_EQ(exchange.response.body, "fine") << exchange.error_message;
  }
}

}  // namespace
}  // namespace v0
}  // namespace ionoscloud::container_registry
