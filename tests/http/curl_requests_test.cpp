// SPDX-License-Identifier: Apache-2.0
// What the libcurl transport sends, and over which connections.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <tuple>
#include <vector>

#include "http/http_rules.hpp"
#include "support/environment.hpp"
#include "support/exchanges.hpp"
#include "support/raw_server.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

using testing::AnyOf;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

void respond_to_each(RawConnection& client) {
  while (const auto request = client.read_request()) {
    client.send(raw_response(200, request->rfind("HEAD", 0) == 0 ? "" : "fine"));
  }
}

TEST(CurlRequest, BringsStatusHeadersAndBodyBack) {
  RawServer server([](RawConnection& client) {
    while (client.read_request())
      client.send(raw_response(418, "short and stout", "X-Pot: Tea\r\n"));
  });

  const HttpExchange exchange = direct_transport()->exchange(get(server.url()), patient());

  EXPECT_FALSE(exchange.error);
  EXPECT_EQ(exchange.progress, RequestProgress::response_begun);
  EXPECT_EQ(exchange.response.status, 418);
  EXPECT_EQ(exchange.response.headers.get("x-pot"), "Tea");
  EXPECT_EQ(exchange.response.body, "short and stout");
}

TEST(CurlRequest, HasNothingButWhatItWasGivenAndWhatHttpNeeds) {
  RawServer server(respond_to_each);
  HttpRequest post = request(HttpMethod::post, server.url("/path?query=1"), "body");
  post.headers = {{"X-Mine", "1"}};
  post.authorization = "Bearer abc";

  send(*direct_transport(), post);

  EXPECT_EQ(server.requests().at(0),
            "POST /path?query=1 HTTP/1.1\r\n"
            "Host: 127.0.0.1:" +
                std::to_string(server.port()) +
                "\r\n"
                "X-Mine: 1\r\n"
                "Authorization: Bearer abc\r\n"
                "Content-Length: 4\r\n\r\n"
                "body");
}

TEST(CurlRequest, SendsAHeaderWithoutAValue) {
  RawServer server(respond_to_each);
  HttpRequest with = get(server.url());
  with.headers = {{"X-Empty", ""}};

  send(*direct_transport(), with);

  EXPECT_EQ(header_of(server.requests().at(0), "X-Empty"), "");
}

TEST(CurlRequest, SendsThePathAsItIs) {
  RawServer server(respond_to_each);

  send(*direct_transport(), get(server.url("/a/../b/%2e%2E/%2f?x=/../")));

  // Newer libcurl writes the digits of an octet in upper case, which says the same.
  EXPECT_THAT(server.requests().at(0),
              AnyOf(StartsWith("GET /a/../b/%2e%2E/%2f?x=/../ HTTP/1.1\r\n"),
                    StartsWith("GET /a/../b/%2E%2E/%2F?x=/../ HTTP/1.1\r\n")));
}

TEST(CurlRequest, SendsALargeBodyWithoutAskingFirst) {
  RawServer server(respond_to_each);
  const std::string body(2 * 1024 * 1024, 'x');

  send(*direct_transport(), request(HttpMethod::post, server.url(), body));

  EXPECT_EQ(body_of(server.requests().at(0)), body);
  EXPECT_EQ(header_of(server.requests().at(0), "Expect"), std::nullopt);
}

TEST(CurlRequest, SendsABodyWithNulsInIt) {
  RawServer server(respond_to_each);
  const std::string body("a\0b", 3);

  send(*direct_transport(), request(HttpMethod::put, server.url(), body));

  EXPECT_EQ(body_of(server.requests().at(0)), body);
}

class MethodPair : public testing::TestWithParam<std::tuple<HttpMethod, HttpMethod>> {};

TEST_P(MethodPair, LeavesNothingOfTheFirstCallInTheSecond) {
  const auto [first, second] = GetParam();
  RawServer used(respond_to_each);
  RawServer fresh(respond_to_each);
  const auto transport = direct_transport();
  const auto request_to = [](const RawServer& server, HttpMethod method) {
    return request(method, server.url("/same"), has_body(method) ? "body" : "");
  };

  send(*transport, request_to(used, first));
  send(*transport, request_to(used, second));
  send(*direct_transport(), request_to(fresh, second));

  std::string expected = fresh.requests().at(0);
  const std::string other_port = std::to_string(fresh.port());
  expected.replace(expected.find(other_port), other_port.size(), std::to_string(used.port()));
  EXPECT_EQ(used.requests().at(1), expected);
  EXPECT_THAT(expected, StartsWith(std::string(to_string(second)) + " /same HTTP/1.1\r\n"));
  EXPECT_EQ(body_of(expected), has_body(second) ? "body" : "");
  EXPECT_EQ(used.connections(), 1U);
}

constexpr HttpMethod methods[] = {HttpMethod::get, HttpMethod::head,  HttpMethod::post,
                                  HttpMethod::put, HttpMethod::patch, HttpMethod::del};

INSTANTIATE_TEST_SUITE_P(Each, MethodPair,
                         testing::Combine(testing::ValuesIn(methods), testing::ValuesIn(methods)),
                         [](const auto& pair) {
                           return std::string(to_string(std::get<0>(pair.param))) + "Then" +
                                  to_string(std::get<1>(pair.param));
                         });

TEST(CurlRequest, SendsAnEmptyBodyAsOne) {
  RawServer server(respond_to_each);

  send(*direct_transport(), request(HttpMethod::post, server.url()));

  EXPECT_EQ(header_of(server.requests().at(0), "Content-Length"), "0");
}

TEST(CurlRequest, TakesItsAuthorizationWithItWhenItChanges) {
  RawServer server(respond_to_each);
  const auto transport = direct_transport();
  HttpRequest with = get(server.url());
  with.authorization = "Bearer first";
  send(*transport, with);
  with.authorization = "Bearer second";
  send(*transport, with);
  with.authorization = {};

  send(*transport, with);

  EXPECT_EQ(header_of(server.requests().at(0), "Authorization"), "Bearer first");
  EXPECT_EQ(header_of(server.requests().at(1), "Authorization"), "Bearer second");
  EXPECT_EQ(header_of(server.requests().at(2), "Authorization"), std::nullopt);
}

TEST(CurlRequest, GoesToTheUrlOfItsOwnCall) {
  RawServer one(respond_to_each);
  RawServer other(respond_to_each);
  const auto transport = direct_transport();

  for (const char* path : {"/1", "/2"}) {
    send(*transport, get(one.url(path)));
    send(*transport, get(other.url(path)));
  }

  EXPECT_THAT(one.requests(), testing::ElementsAre(StartsWith("GET /1 "), StartsWith("GET /2 ")));
  EXPECT_THAT(other.requests(), testing::ElementsAre(StartsWith("GET /1 "), StartsWith("GET /2 ")));
}

TEST(CurlConnection, IsKeptOverManyCalls) {
  RawServer server(respond_to_each);
  const auto transport = direct_transport();

  for (int i = 0; i < 50; ++i) {
    send(*transport, get(server.url("/" + std::to_string(i))));
  }

  EXPECT_EQ(server.requests().size(), 50U);
  EXPECT_EQ(server.connections(), 1U);
}

TEST(CurlConnection, IsGivenUpWhenTheServerSaysSo) {
  RawServer server([](RawConnection& client) {
    if (client.read_request()) client.send(raw_response(200, "last", "Connection: close\r\n"));
    client.wait_for_close();
  });
  const auto transport = direct_transport();

  for (int i = 0; i < 3; ++i) {
    EXPECT_EQ(transport->exchange(get(server.url()), patient()).response.body, "last");
  }

  EXPECT_EQ(server.connections(), 3U);
}

TEST(CurlRequest, DoesNotFollowARedirect) {
  RawServer elsewhere(respond_to_each);
  RawServer server([&](RawConnection& client) {
    while (client.read_request()) {
      client.send(raw_response(307, "moved", "Location: " + elsewhere.url("/stolen") + "\r\n"));
    }
  });
  HttpRequest with = request(HttpMethod::post, server.url(), "body");
  with.authorization = "Bearer abc";

  const HttpExchange exchange = direct_transport()->exchange(with, patient());

  EXPECT_EQ(exchange.response.status, 307);
  EXPECT_EQ(exchange.response.headers.get("Location"), elsewhere.url("/stolen"));
  EXPECT_EQ(server.requests().size(), 1U);
  EXPECT_EQ(elsewhere.connections(), 0U);
}

TEST(CurlRequest, AsksOnceWhenAuthenticationIsDemanded) {
  RawServer server([](RawConnection& client) {
    while (client.read_request()) {
      client.send(raw_response(401, "no", "WWW-Authenticate: Basic realm=\"x\"\r\n"));
    }
  });

  const HttpExchange exchange = direct_transport()->exchange(get(server.url()), patient());

  EXPECT_EQ(exchange.response.status, 401);
  EXPECT_EQ(server.requests().size(), 1U);
}

TEST(CurlRequest, NeverSendsACookieBack) {
  RawServer server([](RawConnection& client) {
    while (client.read_request()) client.send(raw_response(200, "", "Set-Cookie: a=b; Path=/\r\n"));
  });
  const auto transport = direct_transport();
  send(*transport, get(server.url()));

  send(*transport, get(server.url()));

  EXPECT_EQ(header_of(server.requests().at(1), "Cookie"), std::nullopt);
}

TEST(CurlRequest, IgnoresTheProxyOfTheEnvironment) {
  const std::string nowhere = refused_url();
  const Environment environment{{"http_proxy", nowhere.c_str()}, {"all_proxy", nowhere.c_str()}};
  RawServer server(respond_to_each);

  const HttpExchange exchange = direct_transport()->exchange(get(server.url()), patient());

  EXPECT_EQ(exchange.response.status, 200);
}

TEST(CurlRequest, IgnoresTheNoProxyOfTheEnvironment) {
  const Environment environment{{"no_proxy", "*"}};
  RawServer server(respond_to_each);
  ProxyOptions proxy;
  proxy.url = server.url("");

  send(*make_curl_transport({}, proxy), get("http://service.invalid/x"));

  ASSERT_EQ(server.requests().size(), 1U);
  EXPECT_THAT(server.requests().at(0), StartsWith("GET http://service.invalid/x HTTP/1.1\r\n"));
}

TEST(CurlProxy, GetsItsOwnCredentialsAndNotThoseOfTheService) {
  RawServer proxy_server([](RawConnection& client) {
    if (client.read_request()) client.send("HTTP/1.1 200 Connection established\r\n\r\n");
  });
  ProxyOptions proxy;
  proxy.url = proxy_server.url("");
  proxy.username = "user";
  proxy.password = "pass";
  HttpRequest with = get("https://service.invalid/x");
  with.authorization = "Bearer abc";
  with.headers = {{"X-Mine", "1"}};

  const HttpExchange exchange = make_curl_transport({}, proxy)->exchange(with, patient());

  EXPECT_TRUE(exchange.error);
  ASSERT_EQ(proxy_server.requests().size(), 1U);
  EXPECT_THAT(proxy_server.requests().at(0), StartsWith("CONNECT service.invalid:443 HTTP/1.1"));
  EXPECT_EQ(header_of(proxy_server.requests().at(0), "Proxy-Authorization"), "Basic dXNlcjpwYXNz");
  EXPECT_EQ(header_of(proxy_server.requests().at(0), "Authorization"), std::nullopt);
  EXPECT_EQ(header_of(proxy_server.requests().at(0), "X-Mine"), std::nullopt);
}

/// Ways to smuggle a line into a request.
class Smuggled : public testing::TestWithParam<std::string> {};

TEST_P(Smuggled, LineIsRefusedBeforeAnythingIsSent) {
  RawServer server(respond_to_each);
  std::vector<HttpRequest> requests(4, get(server.url()));
  requests[0].url += GetParam();
  requests[1].headers.add("X-Name", "value" + GetParam());
  requests[2].headers.add("X-Name" + GetParam(), "value");
  requests[3].authorization = "Bearer abc" + GetParam();

  for (const HttpRequest& bad : requests) {
    const HttpExchange exchange = direct_transport()->exchange(bad, patient());

    EXPECT_EQ(exchange.error, TransportError::send);
    EXPECT_EQ(exchange.progress, RequestProgress::nothing_sent);
    EXPECT_THAT(exchange.error_message, Not(HasSubstr("abc")));
  }
  EXPECT_EQ(server.connections(), 0U);
}

INSTANTIATE_TEST_SUITE_P(By, Smuggled,
                         testing::Values("\r\nX-Evil: 1", "\nX-Evil: 1", "\rX-Evil: 1",
                                         std::string("\0", 1)));

/// URLs that no request goes to.
class RefusedUrl : public testing::TestWithParam<const char*> {};

TEST_P(RefusedUrl, SendsNothing) {
  const HttpExchange exchange = direct_transport()->exchange(get(GetParam()), patient());

  EXPECT_EQ(exchange.error, TransportError::send);
  EXPECT_EQ(exchange.progress, RequestProgress::nothing_sent);
  EXPECT_THAT(exchange.error_message, Not(HasSubstr("secret")));
}

INSTANTIATE_TEST_SUITE_P(Such, RefusedUrl,
                         testing::Values("", "127.0.0.1/x", "file:///etc/passwd",
                                         "ftp://127.0.0.1/", "gopher://127.0.0.1/",
                                         "http://user:secret@127.0.0.1/", "http://127.0.0.1:99999/",
                                         "http://127.0.0.1/a b"));

TEST(CurlRequest, RefusesAUrlOfTenMegabytes) {
  const HttpExchange exchange = direct_transport()->exchange(
      get("http://127.0.0.1/" + std::string(10'000'000, 'x')), patient());

  EXPECT_EQ(exchange.error, TransportError::send);
}

TEST(CurlRequest, WorksAfterOneThatWasRefused) {
  RawServer server(respond_to_each);
  const auto transport = direct_transport();
  EXPECT_EQ(transport->exchange(get("file:///etc/passwd"), patient()).error, TransportError::send);

  const HttpExchange exchange = transport->exchange(get(server.url()), patient());

  EXPECT_EQ(exchange.response.status, 200);
}

}  // namespace
}  // namespace v0
}  // namespace ionoscloud::container_registry
