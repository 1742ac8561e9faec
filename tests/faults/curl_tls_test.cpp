// SPDX-License-Identifier: Apache-2.0
// TLS of the libcurl transport.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <string>
#include <thread>

#include "support/exchanges.hpp"
#include "support/raw_server.hpp"
#include "support/temporary_folder.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

using testing::HasSubstr;
using Version = ServerTls::Version;

TlsOptions trusting(const Certificate& authority) {
  TlsOptions options;
  options.ca_pem = authority.pem();
  return options;
}

void respond_to_each(RawConnection& client) {
  while (client.read_request())
    client.send(raw_response(200, client.tls_resumed() ? "resumed" : "new"));
}

HttpExchange call(const RawServer& server, const TlsOptions& options) {
  return make_curl_transport(options, {})->exchange(get(server.url()), patient());
}

void expect_refused(const HttpExchange& exchange) {
  EXPECT_EQ(exchange.error, TransportError::tls) << exchange.error_message;
  EXPECT_EQ(exchange.progress, RequestProgress::nothing_sent);
}

class CurlTls : public testing::Test {
 protected:
  const TemporaryFolder folder_;
  const Certificate certificate_;
};

TEST_F(CurlTls, SaysHowToTrustAnAuthorityThatIsUnknown) {
  const RawServer server(ServerTls(certificate_), respond_to_each);

  const HttpExchange exchange = call(server, {});

  expect_refused(exchange);
  EXPECT_THAT(exchange.error_message, HasSubstr("tls.ca_file"));
}

TEST_F(CurlTls, TakesTheAuthorityOfTheText) {
  const RawServer server(ServerTls(certificate_), respond_to_each);

  const HttpExchange exchange = call(server, trusting(certificate_));

  EXPECT_EQ(exchange.response.status, 200) << exchange.error_message;
}

TEST_F(CurlTls, TakesTheAuthorityOfTheFile) {
  const RawServer server(ServerTls(certificate_), respond_to_each);
  TlsOptions options;
  options.ca_file = folder_.file("authority.pem", certificate_.pem());

  const HttpExchange exchange = call(server, options);

  EXPECT_EQ(exchange.response.status, 200) << exchange.error_message;
}

TEST_F(CurlTls, SaysWhenTheFileOfAuthoritiesIsMissing) {
  const RawServer server(ServerTls(certificate_), respond_to_each);
  TlsOptions options;
  options.ca_file = folder_.file("missing.pem");

  const HttpExchange exchange = call(server, options);

  expect_refused(exchange);
  EXPECT_THAT(exchange.error_message, HasSubstr("check tls.ca_file"));
}

class CurlTlsVersion : public CurlTls, public testing::WithParamInterface<Version> {};

TEST_P(CurlTlsVersion, IsSpoken) {
  const RawServer server(ServerTls(certificate_, {GetParam(), GetParam(), {}}), respond_to_each);

  const HttpExchange exchange = call(server, trusting(certificate_));

  EXPECT_EQ(exchange.response.status, 200) << exchange.error_message;
}

TEST_P(CurlTlsVersion, ShowsTheClientsCertificate) {
  const Certificate client;
  const RawServer server(ServerTls(certificate_, {GetParam(), GetParam(), client}),
                         respond_to_each);
  TlsOptions options = trusting(certificate_);
  options.client_certificate_file = folder_.file("client.pem", client.pem());
  options.client_key_file = folder_.file("client.key", client.key_pem("open sesame"));
  options.client_key_passphrase = "open sesame";

  const HttpExchange exchange = call(server, options);

  EXPECT_EQ(exchange.response.status, 200) << exchange.error_message;
}

INSTANTIATE_TEST_SUITE_P(Of, CurlTlsVersion, testing::Values(Version::tls_1_2, Version::tls_1_3));

TEST_F(CurlTls, SaysWhenTheKeyDoesNotOpen) {
  const RawServer server(ServerTls(certificate_), respond_to_each);
  const Certificate client;
  TlsOptions options = trusting(certificate_);
  options.client_certificate_file = folder_.file("client.pem", client.pem());
  options.client_key_file = folder_.file("client.key", client.key_pem("open sesame"));
  options.client_key_passphrase = "open barley";

  const HttpExchange exchange = call(server, options);

  expect_refused(exchange);
  EXPECT_THAT(exchange.error_message, HasSubstr("tls.client_key_passphrase"));
  EXPECT_THAT(exchange.error_message, testing::Not(HasSubstr("barley")));
}

TEST_F(CurlTls, ResumesASessionOfAnotherHandle) {
  const RawServer server(ServerTls(certificate_), respond_to_each);
  RawServer silent(respond_nothing);
  const auto transport = make_curl_transport(trusting(certificate_), {});
  send(*transport, get(server.url()));
  // Takes the handle of the first call.
  CancellationSource source;
  std::thread busy([&] {
    ExchangeOptions options = patient();
    options.cancellation = source.token();
    EXPECT_TRUE(transport->exchange(get(silent.url()), options).error);
  });
  silent.wait_for_requests(1);

  const HttpExchange exchange = transport->exchange(get(server.url()), patient());

  source.cancel();
  busy.join();
  EXPECT_EQ(exchange.response.body, "resumed") << exchange.error_message;
}

TEST_F(CurlTls, KeepsAConnectionThatAForkedProcessLeavesAlone) {
  const RawServer server(ServerTls(certificate_), respond_to_each);
  auto transport = make_curl_transport(trusting(certificate_), {});
  send(*transport, get(server.url()));

  const pid_t child = fork();
  if (child == 0) {
    transport.reset();
    _exit(0);
  }
  waitpid(child, nullptr, 0);
  const HttpExchange exchange = transport->exchange(get(server.url()), patient());

  EXPECT_EQ(exchange.response.status, 200) << exchange.error_message;
  EXPECT_EQ(server.connections(), 1U);
}

}  // namespace
}  // namespace v0
}  // namespace ionoscloud::container_registry
