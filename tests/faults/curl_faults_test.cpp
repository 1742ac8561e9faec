// SPDX-License-Identifier: Apache-2.0
// What the libcurl transport says when something goes wrong, and above all: how far the request
// got.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <ostream>
#include <string>

#include "support/exchanges.hpp"
#include "support/raw_server.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

using testing::AnyOf;
using testing::IsEmpty;
using testing::Not;

constexpr auto nothing_sent = RequestProgress::nothing_sent;
constexpr auto maybe_sent = RequestProgress::maybe_sent;
constexpr auto answer_begun = RequestProgress::answer_begun;

void expect_failure(const HttpExchange& exchange, TransportError error, RequestProgress progress) {
  EXPECT_EQ(exchange.error, error) << exchange.error_message;
  EXPECT_EQ(exchange.progress, progress);
  EXPECT_THAT(exchange.error_message, Not(IsEmpty()));
  if (exchange.response.status != 0) return;  // Its head was complete.
  EXPECT_TRUE(exchange.response.headers.empty());
  EXPECT_THAT(exchange.response.body, IsEmpty());
}

/// What came of a POST that is answered with these bytes and FIN.
HttpExchange post_answered_with(const std::string& bytes, const ExchangeOptions& options) {
  RawServer server([&](RawConnection& client) {
    client.read_request();
    client.send(bytes);
  });
  HttpRequest request = get(server.url());
  request.method = HttpMethod::post;
  return direct_transport()->exchange(request, options);
}

TEST(CurlBrokenAnswer, KeepsItsHeadAndWhatArrivedOfItsBody) {
  const auto exchange = post_answered_with(
      "HTTP/1.1 201 Created\r\nX-RequestId: 7\r\nContent-Length: 10\r\n\r\nshort", patient());

  EXPECT_EQ(exchange.error, TransportError::receive);
  EXPECT_EQ(exchange.response.status, 201);
  EXPECT_EQ(exchange.response.headers.get("X-RequestId"), "7");
  EXPECT_EQ(exchange.response.body, "short");
}

TEST(CurlBrokenAnswer, KeepsNothingOfAHeadThatIsCutOff) {
  const auto exchange = post_answered_with("HTTP/1.1 201 Created\r\nX-RequestId: 7\r\n", patient());

  EXPECT_EQ(exchange.error, TransportError::receive);
  EXPECT_EQ(exchange.response.status, 0);
  EXPECT_TRUE(exchange.response.headers.empty());
}

TEST(CurlBrokenAnswer, KeepsABodyThatIsTooLongUpToTheLimitSinceItMayHoldAPassword) {
  ExchangeOptions options = patient();
  options.limits.body_bytes = 4;

  const auto exchange =
      post_answered_with("HTTP/1.1 201 Created\r\nContent-Length: 5\r\n\r\nshort", options);

  EXPECT_EQ(exchange.error, TransportError::too_large);
  EXPECT_EQ(exchange.response.body, "shor");
}

TEST(CurlFault, NobodyListens) {
  const HttpExchange exchange = direct_transport()->exchange(get(refused_url()), patient());

  expect_failure(exchange, TransportError::connect, nothing_sent);
}

TEST(CurlFault, TheHostIsUnknown) {
  const auto exchange = direct_transport()->exchange(get("http://service.invalid/"), patient());

  expect_failure(exchange, TransportError::resolve, nothing_sent);
}

TEST(CurlFault, NobodyListensAtTheProxy) {
  ProxyOptions proxy;
  proxy.url = refused_url();

  const HttpExchange exchange =
      make_curl_transport({}, proxy)->exchange(get("http://service.invalid/"), patient());

  expect_failure(exchange, TransportError::connect, nothing_sent);
}

TEST(CurlFault, TheProxyRefusesTheTunnel) {
  RawServer server([](RawConnection& client) {
    while (client.read_request()) client.send(answer(407, "who are you?"));
  });
  ProxyOptions proxy;
  proxy.url = server.url("");

  const HttpExchange exchange =
      make_curl_transport({}, proxy)->exchange(get("https://service.invalid/"), patient());

  expect_failure(exchange, TransportError::connect, nothing_sent);
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

  expect_failure(exchange, TransportError::too_large, nothing_sent);
}

TEST(CurlFault, ConnectingHangsUntilTheConnectTimeout) {
  const HangingPort port;
  ExchangeOptions options = patient();
  options.connect_timeout = std::chrono::milliseconds(50);

  const HttpExchange exchange = direct_transport()->exchange(get(port.url()), options);

  expect_failure(exchange, TransportError::timed_out, nothing_sent);
  EXPECT_TRUE(exchange.connecting_timed_out);
}

TEST(CurlFault, ConnectingHangsUntilTheDeadline) {
  const HangingPort port;

  const HttpExchange exchange = direct_transport()->exchange(get(port.url()), hasty());

  expect_failure(exchange, TransportError::timed_out, nothing_sent);
  EXPECT_FALSE(exchange.connecting_timed_out);
}

TEST(CurlFault, TheHandshakeHangsUntilTheConnectTimeout) {
  RawServer server([](RawConnection& client) { client.wait_for_close(); });
  ExchangeOptions options = patient();
  options.connect_timeout = std::chrono::milliseconds(50);

  const HttpExchange exchange =
      direct_transport()->exchange(get("https" + server.url().substr(4)), options);

  expect_failure(exchange, TransportError::timed_out, nothing_sent);
  EXPECT_TRUE(exchange.connecting_timed_out);
}

TEST(CurlFault, TheHandshakeIsCutOff) {
  RawServer server([](RawConnection&) {});

  const HttpExchange exchange =
      direct_transport()->exchange(get("https" + server.url().substr(4)), patient());

  expect_failure(exchange, TransportError::connect, nothing_sent);
}

TEST(CurlFault, TheServerSpeaksNoTls) {
  RawServer server([](RawConnection& client) {
    client.send(answer(400, "this is plain HTTP"));
    client.wait_for_close();
  });

  const HttpExchange exchange =
      direct_transport()->exchange(get("https" + server.url().substr(4)), patient());

  expect_failure(exchange, TransportError::tls, nothing_sent);
}

TEST(CurlFault, TheDeadlineHasPassedBeforehand) {
  RawServer server([](RawConnection& client) { client.wait_for_close(); });
  ExchangeOptions options = patient();
  options.deadline = std::chrono::steady_clock::time_point::min();

  const HttpExchange exchange = direct_transport()->exchange(get(server.url()), options);

  expect_failure(exchange, TransportError::timed_out, nothing_sent);
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

  ExchangeOptions options = how.error == TransportError::timed_out ? hasty() : patient();
  options.limits.body_bytes = 1024 * 1024;

  const HttpExchange exchange = direct_transport()->exchange(get(server.url()), options);

  expect_failure(exchange, how.error, how.progress);
  EXPECT_EQ(server.connections(), 1U);
}

INSTANTIATE_TEST_SUITE_P(
    Of, CurlMisbehaviour,
    testing::Values(
        Misbehaviour{"FinInPlaceOfAnAnswer", "", End::fin, TransportError::receive, maybe_sent},
        Misbehaviour{"RstInPlaceOfAnAnswer", "", End::rst, TransportError::receive, maybe_sent},
        Misbehaviour{"NoAnswer", "", End::silence, TransportError::timed_out, maybe_sent},
        Misbehaviour{"HalfAStatusLine", "HTTP/1.1 20", End::fin, TransportError::receive,
                     maybe_sent},
        Misbehaviour{"HalfAStatusLineAndSilence", "HTTP/1.1 20", End::silence,
                     TransportError::timed_out, maybe_sent},
        Misbehaviour{"Garbage", "\x01\x02garbage\r\n\r\n", End::fin, TransportError::protocol,
                     answer_begun},
        Misbehaviour{"Http09", "<html>hello</html>", End::fin, TransportError::protocol,
                     answer_begun},
        Misbehaviour{"OddStatus", "HTTP/1.1 099 Odd\r\n\r\n", End::fin, TransportError::protocol,
                     answer_begun},
        Misbehaviour{"HeadCutByFin", head("Content-Length: 0\r\n"), End::fin,
                     TransportError::receive, answer_begun},
        Misbehaviour{"HeadCutByFinInALine", head("Content-Le"), End::fin, TransportError::receive,
                     answer_begun},
        Misbehaviour{"HeadCutByRst", head("Content-Length: 0\r\n"), End::rst,
                     TransportError::receive, answer_begun},
        Misbehaviour{"InterimAnswerAndFin", "HTTP/1.1 100 Continue\r\n\r\n", End::fin,
                     TransportError::receive, answer_begun},
        Misbehaviour{"InterimFlood",
                     [] {
                       std::string flood;
                       for (int i = 0; i < 17; ++i) flood += "HTTP/1.1 102 Processing\r\n\r\n";
                       return flood;
                     }(),
                     End::silence, TransportError::too_large, answer_begun},
        Misbehaviour{"SwitchedProtocol", "HTTP/1.1 101 Switching\r\nUpgrade: x\r\n\r\nbytes",
                     End::silence, TransportError::protocol, answer_begun},
        Misbehaviour{"ShortBody", head("Content-Length: 10\r\n\r\nshort"), End::fin,
                     TransportError::receive, answer_begun},
        Misbehaviour{"StalledBody", head("Content-Length: 10\r\n\r\nshort"), End::silence,
                     TransportError::timed_out, answer_begun},
        Misbehaviour{"ResetBody", head("Content-Length: 10\r\n\r\nshort"), End::rst,
                     TransportError::receive, answer_begun},
        Misbehaviour{"CutChunk", head("Transfer-Encoding: chunked\r\n\r\nA\r\nshort"), End::fin,
                     TransportError::receive, answer_begun},
        Misbehaviour{"NoLastChunk", head("Transfer-Encoding: chunked\r\n\r\n5\r\nshort\r\n"),
                     End::fin, TransportError::receive, answer_begun},
        Misbehaviour{"BrokenChunkSize", head("Transfer-Encoding: chunked\r\n\r\nxyz\r\n"),
                     End::silence, TransportError::receive, answer_begun},
        Misbehaviour{"TwoLengths", head("Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello!"),
                     End::silence, TransportError::protocol, answer_begun},
        Misbehaviour{"LengthAndChunks",
                     head("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"),
                     End::silence, TransportError::protocol, answer_begun},
        Misbehaviour{"UnaskedGzip",
                     head("Content-Encoding: gzip\r\nContent-Length: 3\r\n\r\n\x1f\x8b\x08"),
                     End::silence, TransportError::protocol, answer_begun},
        Misbehaviour{"FoldedLine", head("X-A: 1\r\n folded\r\n\r\n"), End::silence,
                     TransportError::protocol, answer_begun},
        Misbehaviour{"CrInALine", head("X-A: 1\rX-B: 2\r\n\r\n"), End::silence,
                     TransportError::protocol, answer_begun},
        Misbehaviour{"NulInALine", head(std::string("X-A: 1\0\r\n\r\n", 11)), End::silence,
                     TransportError::protocol, answer_begun},
        Misbehaviour{"EndlessHeaderLine", head("X-A: " + std::string(300 * 1024, 'x')),
                     End::silence, TransportError::too_large, answer_begun},
        Misbehaviour{"LongHeaderLine", head("X-A: " + std::string(70 * 1024, 'x') + "\r\n"),
                     End::silence, TransportError::too_large, answer_begun},
        Misbehaviour{"ManyHeaderLines",
                     [] {
                       std::string lines = head("");
                       for (int i = 0; i < 10'000; ++i) lines += "X-A: 1\r\n";
                       return lines;
                     }(),
                     End::silence, TransportError::too_large, answer_begun},
        Misbehaviour{"TrailerFlood",
                     [] {
                       std::string lines = head("Transfer-Encoding: chunked\r\n\r\n0\r\n");
                       for (int i = 0; i < 10'000; ++i) lines += "X-A: 1\r\n";
                       return lines;
                     }(),
                     End::silence, TransportError::too_large, answer_begun},
        Misbehaviour{"HugeLength", head("Content-Length: 104857600\r\n\r\n"), End::silence,
                     TransportError::too_large, answer_begun},
        Misbehaviour{"EndlessBody", head("\r\n") + std::string(2 * 1024 * 1024, 'x'), End::silence,
                     TransportError::too_large, answer_begun}),
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

  expect_failure(exchange, TransportError::timed_out, answer_begun);
}

TEST(CurlFault, TheServerReadsNothing) {
  RawServer server([](RawConnection& client) { client.wait_for_close_without_reading(); });

  const HttpRequest large =
      request(HttpMethod::post, server.url(), std::string(16 * 1024 * 1024, 'x'));

  const HttpExchange exchange = direct_transport()->exchange(large, hasty());

  expect_failure(exchange, TransportError::timed_out, maybe_sent);
}

TEST(CurlFault, TheServerResetsInTheMiddleOfTheRequest) {
  RawServer server([](RawConnection& client) {
    client.read_some();
    client.reset();
  });

  const HttpExchange exchange = direct_transport()->exchange(
      request(HttpMethod::post, server.url(), std::string(16 * 1024 * 1024, 'x')), patient());

  EXPECT_THAT(exchange.error, AnyOf(TransportError::send, TransportError::receive));
  EXPECT_EQ(exchange.progress, maybe_sent);
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
