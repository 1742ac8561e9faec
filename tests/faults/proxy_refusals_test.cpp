// SPDX-License-Identifier: Apache-2.0
// Fault matrix: proxies that refuse. A refused password isn't sent again: directories lock accounts
// after a few.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <optional>
#include <string>

#include "faults/outcome.hpp"
#include "faults/tested_operations.hpp"
#include "support/caught.hpp"
#include "support/raw_server.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

RawServer::Script refusing(int status) {
  return [status](RawConnection& client) {
    while (client.read_request()) {
      client.send(raw_response(status, "no", "Proxy-Authenticate: Basic realm=\"office\"\r\n"));
    }
  };
}

Configuration through(const RawServer& proxy, const std::string& host = "https://service.invalid") {
  Configuration configuration = configuration_for(host);
  configuration.tls.allow_plain_http = true;
  configuration.proxy.url = proxy.url("");
  configuration.proxy.username = "me";
  configuration.proxy.password = "hunter2-old";
  return configuration;
}

TransportException refusal_of(const Configuration& configuration) {
  return caught<TransportException>(
      [&] { static_cast<void>(Tokens(configuration).waiting.registries_tokens_get("registry")); });
}

class ProxyThatRefuses : public testing::TestWithParam<TestedOperation> {
 protected:
  static Outcome outcome(const Configuration& configuration) {
    return outcome_of(GetParam(), Tokens(configuration));
  }
};

TEST_P(ProxyThatRefuses, IsAskedOnce) {
  for (const int status : {302, 400, 401, 403, 404, 405, 407, 501}) {
    const RawServer proxy(refusing(status));

    EXPECT_EQ(outcome(through(proxy)), (Outcome{"Transport(proxy)", Execution::none, 1})) << status;
    EXPECT_EQ(proxy.requests().size(), 1U) << status;
  }
}

TEST_P(ProxyThatRefuses, ForNowIsAskedAgain) {
  for (const int status : {429, 502, 503, 504}) {
    const RawServer proxy(refusing(status));

    EXPECT_EQ(outcome(through(proxy)), (Outcome{"Transport(connect)", Execution::none, 3}))
        << status;
  }
}

TEST_P(ProxyThatRefuses, APlainRequestIsAskedOnce) {
  const RawServer proxy(refusing(407));

  EXPECT_EQ(outcome(through(proxy, "http://service.invalid")),
            (Outcome{"Api(407)", Execution::none, 1}));
  EXPECT_EQ(proxy.requests().size(), 1U);
}

TEST_P(ProxyThatRefuses, AndTakesItsTimeWithTheRestIsAskedOnce) {
  const RawServer proxy([](RawConnection& client) {
    client.read_request();
    client.send("HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 5\r\n\r\n");
    client.wait_for_close();
  });
  Configuration by_attempt = through(proxy);
  by_attempt.timeouts.attempt = std::chrono::milliseconds(200);
  Configuration by_connecting = through(proxy);
  by_connecting.timeouts.connect = std::chrono::milliseconds(200);

  EXPECT_EQ(outcome(by_attempt), (Outcome{"Transport(proxy)", Execution::none, 1}));
  EXPECT_EQ(outcome(by_connecting), (Outcome{"Transport(proxy)", Execution::none, 1}));
  EXPECT_EQ(proxy.requests().size(), 2U);
}

TEST_P(ProxyThatRefuses, AUserOverSocksIsAskedOnce) {
  const RawServer proxy([](RawConnection& client) {
    client.read_some();                            // the ways to log in
    client.send(std::string_view("\x05\x02", 2));  // by user and password
    client.read_some();                            // both
    client.note("login");
    client.send(std::string_view("\x01\x01", 2));  // refused
    client.wait_for_close();
  });
  Configuration configuration = through(proxy);
  configuration.proxy.url = "socks5h" + proxy.url("").substr(4);

  EXPECT_EQ(outcome(configuration), (Outcome{"Transport(proxy)", Execution::none, 1}));
  EXPECT_EQ(proxy.requests().size(), 1U);
}

INSTANTIATE_TEST_SUITE_P(To, ProxyThatRefuses, testing::ValuesIn(find_and_post()),
                         testing::PrintToStringParamName());

TEST(ProxyRefusal, NamesTheProxyAndTheFieldsOfItsUser) {
  const RawServer proxy(refusing(407));

  EXPECT_THAT(refusal_of(through(proxy)).what(),
              HasSubstr("the proxy responded to CONNECT with 407; the proxy is " + proxy.url("") +
                        ": check proxy.username and proxy.password"));
}

TEST(ProxyRefusal, NamesTheProxyOfAPlainRequest) {
  const RawServer proxy(refusing(407));
  const Tokens tokens(through(proxy, "http://service.invalid"));

  const auto error = caught<ApiException>(
      [&] { static_cast<void>(tokens.waiting.registries_tokens_get("registry")); });

  EXPECT_THAT(error.what(), HasSubstr("got status 407"));
  EXPECT_THAT(error.what(), HasSubstr("the proxy is " + proxy.url("") + ": check"));
}

TEST(ProxyRefusal, IsOfItsOwnCallAlone) {
  std::optional<RawServer> proxy(refusing(407));
  const Tokens tokens(through(*proxy));
  const auto call = [&] { static_cast<void>(tokens.waiting.registries_tokens_get("registry")); };
  EXPECT_EQ(caught<TransportException>(call).kind(), TransportError::proxy);

  proxy.reset();

  EXPECT_EQ(caught<TransportException>(call).kind(), TransportError::connect);
}

TEST(ProxyFailure, NamesTheProxy) {
  Configuration configuration = configuration_for("https://service.invalid");
  configuration.proxy.url = refused_url();

  EXPECT_THAT(refusal_of(configuration).what(),
              AllOf(HasSubstr("the proxy is http://127.0.0.1:"), HasSubstr(": check proxy.url")));
}

TEST(ConnectionFailure, NamesNoProxyWithoutOne) {
  EXPECT_THAT(refusal_of(configuration_for(refused_url())).what(), Not(HasSubstr("proxy")));
}

}  // namespace
}  // namespace v0
}  // namespace ionoscloud::container_registry
