// SPDX-License-Identifier: Apache-2.0
// What the libcurl transport says when something goes wrong, and above all: how far the request
// got.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <ostream>
#include <string>

#include "http/exchanges.hpp"
#include "http/raw_server.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

using testing::AnyOf;
using testing::IsEmpty;
using testing::Not;

constexpr auto kNothing = RequestProgress::nothing_sent;
constexpr auto kMaybe = RequestProgress::maybe_sent;
constexpr auto kBegun = RequestProgress::answer_begun;

void expect_failure(const HttpExchange& exchange, TransportError error, RequestProgress progress) {
  EXPECT_EQ(exchange.error, error) << exchange.error_message;
  EXPECT_EQ(exchange.progress, progress);
  EXPECT_THAT(exchange.error_message, Not(IsEmpty()));
  EXPECT_EQ(exchange.response.status, 0);
  EXPECT_TRUE(exchange.response.headers.empty());
  EXPECT_THAT(exchange.response.body, IsEmpty());
}

TEST(CurlFault, NobodyListens) {
  const HttpExchange exchange = direct_transport()->exchange(get(refused_url()), patient());

  expect_failure(exchange, TransportError::connect, kNothing);
}

TEST(CurlFault, TheHostIsUnknown) {
  const auto exchange = direct_transport()->exchange(get("http://service.invalid/"), patient());

  expect_failure(exchange, TransportError::resolve, kNothing);
}

TEST(CurlFault, NobodyListensAtTheProxy) {
  ProxyOptions proxy;
  proxy.url = refused_url();

  const HttpExchange exchange =
      make_curl_transport({}, proxy)->exchange(get("http://service.invalid/"), patient());

  expect_failure(exchange, TransportError::connect, kNothing);
}

TEST(CurlFault, TheProxyRefusesTheTunnel) {
  RawServer server([](RawConnection& client) {
    while (client.read_request()) client.send(answer(407, "who are you?"));
  });
  ProxyOptions proxy;
  proxy.url = server.url("");

  const HttpExchange exchange =
      make_curl_transport({}, proxy)->exchange(get("https://service.invalid/"), patient());

  expect_failure(exchange, TransportError::connect, kNothing);
}

TEST(CurlFault, TheProxyFloodsTheHeadOfItsAnswer) {
  RawServer server([](RawConnection& client) {
    client.read_request();
    client.send("HTTP/1.1 200 Connection established\r\n");
    while (client.send("X-Flood: 1\r\n")) {
    }
  });
  ProxyOptions proxy;
  proxy.url = server.url("");

  const HttpExchange exchange =
      make_curl_transport({}, proxy)->exchange(get("https://service.invalid/"), patient());

  expect_failure(exchange, TransportError::too_large, kNothing);
}

TEST(CurlFault, ConnectingHangsUntilTheConnectTimeout) {
  const HangingPort port;
  ExchangeOptions options = patient();
  options.connect_timeout = std::chrono::milliseconds(50);

  const HttpExchange exchange = direct_transport()->exchange(get(port.url()), options);

  expect_failure(exchange, TransportError::timed_out, kNothing);
  EXPECT_TRUE(exchange.connecting_timed_out);
}

TEST(CurlFault, ConnectingHangsUntilTheDeadline) {
  const HangingPort port;

  const HttpExchange exchange = direct_transport()->exchange(get(port.url()), hasty());

  expect_failure(exchange, TransportError::timed_out, kNothing);
  EXPECT_FALSE(exchange.connecting_timed_out);
}

TEST(CurlFault, TheHandshakeHangsUntilTheConnectTimeout) {
  RawServer server([](RawConnection& client) { client.wait_for_close(); });
  ExchangeOptions options = patient();
  options.connect_timeout = std::chrono::milliseconds(50);

  const HttpExchange exchange =
      direct_transport()->exchange(get("https" + server.url().substr(4)), options);

  expect_failure(exchange, TransportError::timed_out, kNothing);
  EXPECT_TRUE(exchange.connecting_timed_out);
}

TEST(CurlFault, TheHandshakeIsCutOff) {
  RawServer server([](RawConnection&) {});

  const HttpExchange exchange =
      direct_transport()->exchange(get("https" + server.url().substr(4)), patient());

  expect_failure(exchange, TransportError::connect, kNothing);
}

TEST(CurlFault, TheServerSpeaksNoTls) {
  RawServer server([](RawConnection& client) {
    client.send(answer(400, "this is plain HTTP"));
    client.wait_for_close();
  });

  const HttpExchange exchange =
      direct_transport()->exchange(get("https" + server.url().substr(4)), patient());

  expect_failure(exchange, TransportError::tls, kNothing);
}

TEST(CurlFault, TheDeadlineHasPassedBeforehand) {
  RawServer server([](RawConnection& client) { client.wait_for_close(); });
  ExchangeOptions options = patient();
  options.deadline = std::chrono::steady_clock::time_point::min();

  const HttpExchange exchange = direct_transport()->exchange(get(server.url()), options);

  expect_failure(exchange, TransportError::timed_out, kNothing);
  EXPECT_EQ(server.connections(), 0U);
}

/// What a server does that has read the request: some bytes, and then an end.
enum class End { fin, rst, silence };
struct Misbehaviour {
  const char* name;
  std::string bytes;
  End end;
  TransportError error;
  RequestProgress progress;

  friend std::ostream& operator<<(std::ostream& out, const Misbehaviour& how) {
    return out << how.name;
  }
};

std::string head(const std::string& lines) { return "HTTP/1.1 200 OK\r\n" + lines; }

class CurlMisbehaviour : public testing::TestWithParam<Misbehaviour> {};

TEST_P(CurlMisbehaviour, IsReportedWithTheRightEvidence) {
  const Misbehaviour& how = GetParam();
  RawServer server([&](RawConnection& client) {
    client.read_request();
    client.send(how.bytes);
    if (how.end == End::silence) client.wait_for_close();
    if (how.end == End::rst) client.reset();
  });

  const HttpExchange exchange = direct_transport()->exchange(
      get(server.url()), how.error == TransportError::timed_out ? hasty() : patient());

  expect_failure(exchange, how.error, how.progress);
  EXPECT_EQ(server.connections(), 1U);
}

INSTANTIATE_TEST_SUITE_P(
    Of, CurlMisbehaviour,
    testing::Values(
        Misbehaviour{"FinInPlaceOfAnAnswer", "", End::fin, TransportError::receive, kMaybe},
        Misbehaviour{"RstInPlaceOfAnAnswer", "", End::rst, TransportError::receive, kMaybe},
        Misbehaviour{"NoAnswer", "", End::silence, TransportError::timed_out, kMaybe},
        Misbehaviour{"HalfAStatusLine", "HTTP/1.1 20", End::fin, TransportError::receive, kMaybe},
        Misbehaviour{"HalfAStatusLineAndSilence", "HTTP/1.1 20", End::silence,
                     TransportError::timed_out, kMaybe},
        Misbehaviour{"Garbage", "\x01\x02garbage\r\n\r\n", End::fin, TransportError::protocol,
                     kBegun},
        Misbehaviour{"Http09", "<html>hello</html>", End::fin, TransportError::protocol, kBegun},
        Misbehaviour{"OddStatus", "HTTP/1.1 099 Odd\r\n\r\n", End::fin, TransportError::protocol,
                     kBegun},
        Misbehaviour{"HeadCutByFin", head("Content-Length: 0\r\n"), End::fin,
                     TransportError::receive, kBegun},
        Misbehaviour{"HeadCutByFinInALine", head("Content-Le"), End::fin, TransportError::receive,
                     kBegun},
        Misbehaviour{"HeadCutByRst", head("Content-Length: 0\r\n"), End::rst,
                     TransportError::receive, kBegun},
        Misbehaviour{"InterimAnswerAndFin", "HTTP/1.1 100 Continue\r\n\r\n", End::fin,
                     TransportError::receive, kBegun},
        Misbehaviour{"InterimFlood",
                     [] {
                       std::string flood;
                       for (int i = 0; i < 17; ++i) flood += "HTTP/1.1 102 Processing\r\n\r\n";
                       return flood;
                     }(),
                     End::silence, TransportError::too_large, kBegun},
        Misbehaviour{"SwitchedProtocol", "HTTP/1.1 101 Switching\r\nUpgrade: x\r\n\r\nbytes",
                     End::silence, TransportError::protocol, kBegun},
        Misbehaviour{"ShortBody", head("Content-Length: 10\r\n\r\nshort"), End::fin,
                     TransportError::receive, kBegun},
        Misbehaviour{"StalledBody", head("Content-Length: 10\r\n\r\nshort"), End::silence,
                     TransportError::timed_out, kBegun},
        Misbehaviour{"ResetBody", head("Content-Length: 10\r\n\r\nshort"), End::rst,
                     TransportError::receive, kBegun},
        Misbehaviour{"CutChunk", head("Transfer-Encoding: chunked\r\n\r\nA\r\nshort"), End::fin,
                     TransportError::receive, kBegun},
        Misbehaviour{"NoLastChunk", head("Transfer-Encoding: chunked\r\n\r\n5\r\nshort\r\n"),
                     End::fin, TransportError::receive, kBegun},
        Misbehaviour{"BrokenChunkSize", head("Transfer-Encoding: chunked\r\n\r\nxyz\r\n"),
                     End::silence, TransportError::receive, kBegun},
        Misbehaviour{"TwoLengths", head("Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello!"),
                     End::silence, TransportError::protocol, kBegun},
        Misbehaviour{"LengthAndChunks",
                     head("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"),
                     End::silence, TransportError::protocol, kBegun},
        Misbehaviour{"UnaskedGzip",
                     head("Content-Encoding: gzip\r\nContent-Length: 3\r\n\r\n\x1f\x8b\x08"),
                     End::silence, TransportError::protocol, kBegun},
        Misbehaviour{"FoldedLine", head("X-A: 1\r\n folded\r\n\r\n"), End::silence,
                     TransportError::protocol, kBegun},
        Misbehaviour{"CrInALine", head("X-A: 1\rX-B: 2\r\n\r\n"), End::silence,
                     TransportError::protocol, kBegun},
        Misbehaviour{"NulInALine", head(std::string("X-A: 1\0\r\n\r\n", 11)), End::silence,
                     TransportError::protocol, kBegun},
        Misbehaviour{"EndlessHeaderLine", head("X-A: " + std::string(300 * 1024, 'x')),
                     End::silence, TransportError::too_large, kBegun},
        Misbehaviour{"LongHeaderLine", head("X-A: " + std::string(70 * 1024, 'x') + "\r\n"),
                     End::silence, TransportError::too_large, kBegun},
        Misbehaviour{"ManyHeaderLines",
                     [] {
                       std::string lines = head("");
                       for (int i = 0; i < 10'000; ++i) lines += "X-A: 1\r\n";
                       return lines;
                     }(),
                     End::silence, TransportError::too_large, kBegun},
        Misbehaviour{"TrailerFlood",
                     [] {
                       std::string lines = head("Transfer-Encoding: chunked\r\n\r\n0\r\n");
                       for (int i = 0; i < 10'000; ++i) lines += "X-A: 1\r\n";
                       return lines;
                     }(),
                     End::silence, TransportError::too_large, kBegun},
        Misbehaviour{"HugeLength", head("Content-Length: 104857600\r\n\r\n"), End::silence,
                     TransportError::too_large, kBegun},
        Misbehaviour{"EndlessBody", head("\r\n") + std::string(17 * 1024 * 1024, 'x'), End::silence,
                     TransportError::too_large, kBegun}),
    [](const auto& test) { return test.param.name; });

TEST(CurlFault, TheAnswerDripsBeyondTheDeadline) {
  RawServer server([](RawConnection& client) {
    client.read_request();
    client.send(head("Content-Length: 1000000\r\n\r\n"));
    // As fast as the client takes them, and never all of them.
    for (int i = 0; i < 999'999 && client.send("x"); ++i) {
    }
    client.wait_for_close();
  });

  const HttpExchange exchange = direct_transport()->exchange(get(server.url()), hasty());

  expect_failure(exchange, TransportError::timed_out, kBegun);
}

TEST(CurlFault, TheServerReadsNothing) {
  RawServer server([](RawConnection& client) { client.wait_for_close_without_reading(); });

  const HttpRequest large =
      request(HttpMethod::post, server.url(), std::string(16 * 1024 * 1024, 'x'));

  const HttpExchange exchange = direct_transport()->exchange(large, hasty());

  expect_failure(exchange, TransportError::timed_out, kMaybe);
}

TEST(CurlFault, TheServerResetsInTheMiddleOfTheRequest) {
  RawServer server([](RawConnection& client) {
    client.read_some();
    client.reset();
  });

  const HttpExchange exchange = direct_transport()->exchange(
      request(HttpMethod::post, server.url(), std::string(16 * 1024 * 1024, 'x')), patient());

  EXPECT_THAT(exchange.error, AnyOf(TransportError::send, TransportError::receive));
  EXPECT_EQ(exchange.progress, kMaybe);
  EXPECT_EQ(server.connections(), 1U);
}

TEST(CurlFault, DoesNotSpoilTheNextCall) {
  RawServer server(std::vector<RawServer::Script>{[](RawConnection& client) {
                                                    client.read_request();
                                                    client.send(
                                                        head("Content-Length: 10\r\n\r\nshort"));
                                                  },
                                                  [](RawConnection& client) {
                                                    while (client.read_request())
                                                      client.send(answer(200, "whole"));
                                                  }});
  const auto transport = direct_transport();
  EXPECT_EQ(transport->exchange(get(server.url()), patient()).error, TransportError::receive);

  const HttpExchange exchange = transport->exchange(get(server.url()), patient());

  EXPECT_EQ(exchange.response.body, "whole");
}

}  // namespace
}  // namespace v0
}  // namespace ionoscloud::container_registry
