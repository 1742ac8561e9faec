// SPDX-License-Identifier: Apache-2.0
// TLS of the libcurl transport.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <memory>
#include <string>
#include <thread>

#include "faults/tls_server.hpp"
#include "support/exchanges.hpp"
#include "support/raw_server.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

using testing::HasSubstr;

/// Lets OpenSSL itself speak old TLS, in this process and in its servers, so that nothing but the
/// library refuses it. OpenSSL reads this once, when it is used first.
class PermissiveOpenssl : public testing::Environment {
 public:
  void SetUp() override {
    const std::string file = folder_.file("openssl.cnf");
    std::ofstream(file) << "openssl_conf = init\n[init]\nssl_conf = ssl\n[ssl]\n"
                           "system_default = all\n[all]\nMinProtocol = TLSv1\n"
                           "CipherString = DEFAULT:@SECLEVEL=0\n[req]\ndistinguished_name = dn\n"
                           "[dn]\n";
    setenv("OPENSSL_CONF", file.c_str(), 1);
  }

 private:
  TemporaryFolder folder_;
};

const testing::Environment* const permissive =
    testing::AddGlobalTestEnvironment(new PermissiveOpenssl);

class CurlTls : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    folder_ = new TemporaryFolder;
    server_ = make_certificate(*folder_, "server", "IP:127.0.0.1");
    client_ = make_certificate(*folder_, "client", "DNS:client.example", "open sesame");
  }
  static void TearDownTestSuite() { delete folder_; }

  static TlsOptions trusting(const Certificate& certificate) {
    TlsOptions options;
    options.ca_file = certificate.file;
    return options;
  }

  static HttpExchange call(const TlsServer& server, const TlsOptions& options) {
    return make_curl_transport(options, {})->exchange(get(server.url()), patient());
  }

  static void expect_refused(const HttpExchange& exchange) {
    EXPECT_EQ(exchange.error, TransportError::tls) << exchange.error_message;
    EXPECT_EQ(exchange.progress, RequestProgress::nothing_sent);
  }

  static inline TemporaryFolder* folder_ = nullptr;
  static inline Certificate server_;
  static inline Certificate client_;
};

TEST_F(CurlTls, RefusesAnUnknownAuthority) {
  const TlsServer server(server_, {"-www"});

  const HttpExchange exchange = call(server, {});

  expect_refused(exchange);
  EXPECT_THAT(exchange.error_message, HasSubstr("tls.ca_file"));
}

TEST_F(CurlTls, TakesTheAuthorityOfTheFile) {
  const TlsServer server(server_, {"-www"});

  const HttpExchange exchange = call(server, trusting(server_));

  EXPECT_EQ(exchange.response.status, 200) << exchange.error_message;
}

TEST_F(CurlTls, RefusesACertificateForAnotherHost) {
  const Certificate other = make_certificate(*folder_, "other", "DNS:other.example");
  const TlsServer server(other, {"-www"});

  const HttpExchange exchange = call(server, trusting(other));

  expect_refused(exchange);
}

TEST_F(CurlTls, SaysWhenTheFileOfAuthoritiesIsMissing) {
  const TlsServer server(server_, {"-www"});
  TlsOptions options;
  options.ca_file = folder_->file("missing.pem");

  const HttpExchange exchange = call(server, options);

  expect_refused(exchange);
  EXPECT_THAT(exchange.error_message, HasSubstr("check tls.ca_file"));
}

TEST_F(CurlTls, RefusesTls11) {
  const TlsServer server(server_, {"-www", "-tls1_1"});

  const HttpExchange exchange = call(server, trusting(server_));

  expect_refused(exchange);
}

TEST_F(CurlTls, SpeaksTls12) {
  const TlsServer server(server_, {"-www", "-tls1_2"});

  const HttpExchange exchange = call(server, trusting(server_));

  EXPECT_EQ(exchange.response.status, 200) << exchange.error_message;
}

class CurlTlsClient : public CurlTls, public testing::WithParamInterface<const char*> {
 protected:
  /// A server of that version which asks for a client certificate.
  std::unique_ptr<TlsServer> demanding_server() const {
    return std::make_unique<TlsServer>(
        server_, std::vector<std::string>{"-www", GetParam(), "-Verify", "1",
                                          "-verify_return_error", "-CAfile", client_.file});
  }
};

TEST_P(CurlTlsClient, CertificateThatIsMissingIsAFaultOfTls) {
  const auto server = demanding_server();

  const HttpExchange exchange = call(*server, trusting(server_));

  expect_refused(exchange);
}

TEST_P(CurlTlsClient, CertificateIsShown) {
  const auto server = demanding_server();
  TlsOptions options = trusting(server_);
  options.client_certificate_file = client_.file;
  options.client_key_file = client_.key_file;
  options.client_key_passphrase = "open sesame";

  const HttpExchange exchange = call(*server, options);

  EXPECT_EQ(exchange.response.status, 200) << exchange.error_message;
}

INSTANTIATE_TEST_SUITE_P(Of, CurlTlsClient, testing::Values("-tls1_2", "-tls1_3"));

TEST_F(CurlTls, SaysWhenTheKeyDoesNotOpen) {
  const TlsServer server(server_, {"-www"});
  TlsOptions options = trusting(server_);
  options.client_certificate_file = client_.file;
  options.client_key_file = client_.key_file;
  options.client_key_passphrase = "open barley";

  const HttpExchange exchange = call(server, options);

  expect_refused(exchange);
  EXPECT_THAT(exchange.error_message, HasSubstr("tls.client_key_passphrase"));
  EXPECT_THAT(exchange.error_message, testing::Not(HasSubstr("barley")));
}

TEST_F(CurlTls, ResumesASessionOfAnotherHandle) {
  const TlsServer server(server_, {"-www"});
  RawServer silent([](RawConnection& client) {
    client.read_request();
    client.wait_for_close();
  });
  const auto transport = make_curl_transport(trusting(server_), {});
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
  EXPECT_THAT(exchange.response.body, HasSubstr("Reused, TLS"));
}

TEST_F(CurlTls, KeepsAConnectionThatAForkedProcessLeavesAlone) {
  TlsServer server(server_, {"-naccept", "1"});
  std::string first_head;
  std::string second_head;
  std::thread service([&] {
    first_head = server.read_head();
    server.send(answer(200, "one"));
    second_head = server.read_head();
    server.send(answer(200, "two"));
  });
  auto transport = make_curl_transport(trusting(server_), {});
  send(*transport, get(server.url()));

  const pid_t child = fork();
  if (child == 0) {
    transport.reset();
    _exit(0);
  }
  waitpid(child, nullptr, 0);
  const HttpExchange exchange = transport->exchange(get(server.url()), patient());

  service.join();
  EXPECT_EQ(exchange.response.body, "two") << exchange.error_message;
  EXPECT_THAT(second_head, HasSubstr("GET / HTTP/1.1"));
}

}  // namespace
}  // namespace v0
}  // namespace ionoscloud::container_registry
