// SPDX-License-Identifier: Apache-2.0
// Ending the libcurl transport's calls early, at whatever stage they are.
#include <curl/curl.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <functional>
#include <string>
#include <thread>

#include "support/exchanges.hpp"
#include "support/hanging_resolver.hpp"
#include "support/raw_server.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

constexpr auto nothing_sent = RequestProgress::nothing_sent;
constexpr auto maybe_sent = RequestProgress::maybe_sent;
constexpr auto answer_begun = RequestProgress::answer_begun;

/// Makes a call that nothing but its cancellation ends, and cancels it when `moment` returns. It
/// must end by that, and not when its time is over.
HttpExchange cancelled_after(HttpTransport& transport, const HttpRequest& request,
                             const std::function<void()>& moment) {
  CancellationSource source;
  ExchangeOptions options = patient();
  options.cancellation = source.token();
  std::thread canceller([&] {
    moment();
    source.cancel();
  });
  HttpExchange exchange = transport.exchange(request, options);
  canceller.join();
  EXPECT_LT(std::chrono::steady_clock::now(), options.deadline);
  return exchange;
}

void expect_cancelled(const HttpExchange& exchange, RequestProgress progress) {
  EXPECT_EQ(exchange.error, TransportError::cancelled) << exchange.error_message;
  EXPECT_EQ(exchange.progress, progress);
  EXPECT_THAT(exchange.response.body, testing::IsEmpty());
}

TEST(CurlCancellation, EndsConnecting) {
  const HangingPort port;

  const HttpExchange exchange =
      cancelled_after(*direct_transport(), get(port.url()), [] { std::this_thread::yield(); });

  expect_cancelled(exchange, nothing_sent);
}

TEST(CurlCancellation, EndsTheHandshake) {
  RawServer server([&](RawConnection& client) {
    client.read_some();
    client.note("hello");
    client.wait_for_close();
  });

  const HttpExchange exchange =
      cancelled_after(*direct_transport(), get("https" + server.url().substr(4)),
                      [&] { server.wait_for_requests(1); });

  expect_cancelled(exchange, nothing_sent);
}

TEST(CurlCancellation, EndsSending) {
  RawServer server([&](RawConnection& client) {
    client.read_some();
    client.note("some of it");
    client.wait_for_close_without_reading();
  });
  const HttpRequest large =
      request(HttpMethod::post, server.url(), std::string(16 * 1024 * 1024, 'x'));

  const HttpExchange exchange =
      cancelled_after(*direct_transport(), large, [&] { server.wait_for_requests(1); });

  expect_cancelled(exchange, maybe_sent);
}

TEST(CurlCancellation, EndsWaitingForTheAnswer) {
  RawServer server([](RawConnection& client) {
    client.read_request();
    client.wait_for_close();
  });

  const HttpExchange exchange =
      cancelled_after(*direct_transport(), get(server.url()), [&] { server.wait_for_requests(1); });

  expect_cancelled(exchange, maybe_sent);
}

TEST(CurlCancellation, EndsWaitingOnAKeptConnection) {
  RawServer server([](RawConnection& client) {
    client.read_request();
    client.send(answer(200, "fine"));
    client.read_request();
    client.wait_for_close();
  });
  const auto transport = direct_transport();
  send(*transport, get(server.url()));

  const HttpExchange exchange =
      cancelled_after(*transport, get(server.url()), [&] { server.wait_for_requests(2); });

  expect_cancelled(exchange, maybe_sent);
}

TEST(CurlCancellation, EndsReadingTheAnswer) {
  RawServer server([](RawConnection& client) {
    client.read_request();
    client.send("HTTP/1.1 200 OK\r\nContent-Length: 9999999\r\n\r\n");
    client.note("the answer has begun");
    while (client.send("x")) {
    }
  });
  ExchangeOptions options = patient();

  const HttpExchange exchange =
      cancelled_after(*direct_transport(), get(server.url()), [&] { server.wait_for_requests(2); });

  EXPECT_EQ(exchange.error, TransportError::cancelled);
  EXPECT_THAT(exchange.progress, testing::AnyOf(maybe_sent, answer_begun));
}

TEST(CurlCancellation, BeforehandSendsNothing) {
  RawServer server([](RawConnection& client) { client.wait_for_close(); });
  CancellationSource source;
  source.cancel();
  ExchangeOptions options = patient();
  options.cancellation = source.token();

  const HttpExchange exchange = direct_transport()->exchange(get(server.url()), options);

  expect_cancelled(exchange, nothing_sent);
  EXPECT_EQ(server.connections(), 0U);
}

TEST(CurlCancellation, DoesNotSpoilTheNextCall) {
  RawServer server(std::vector<RawServer::Script>{[](RawConnection& client) {
                                                    client.read_request();
                                                    client.wait_for_close();
                                                  },
                                                  [](RawConnection& client) {
                                                    while (client.read_request())
                                                      client.send(answer(200, "fine"));
                                                  }});
  const auto transport = direct_transport();
  expect_cancelled(
      cancelled_after(*transport, get(server.url()), [&] { server.wait_for_requests(1); }),
      maybe_sent);

  const HttpExchange exchange = transport->exchange(get(server.url()), patient());

  EXPECT_EQ(exchange.response.body, "fine");
}

TEST(CurlCancellation, AfterTheCallDoesNothing) {
  RawServer server([](RawConnection& client) {
    while (client.read_request()) client.send(answer(200, "fine"));
  });
  const auto transport = direct_transport();
  CancellationSource source;
  ExchangeOptions options = patient();
  options.cancellation = source.token();
  EXPECT_EQ(transport->exchange(get(server.url()), options).response.body, "fine");
  source.cancel();

  const HttpExchange exchange = transport->exchange(get(server.url()), patient());

  EXPECT_EQ(exchange.response.body, "fine");
  EXPECT_EQ(server.connections(), 1U);
}

/// Looks up a name that never resolves.
class HangingLookUp : public testing::Test {
 protected:
  void SetUp() override {
    constexpr unsigned int quick_exit = 0x075700;
    if (curl_version_info(CURLVERSION_NOW)->version_num < quick_exit) {
      GTEST_SKIP() << "libcurl waits for its look-ups before 7.87";
    }
  }

  HangingResolver resolver_;
  const HttpRequest request_ = get("http://hanging.invalid/");
};

TEST_F(HangingLookUp, EndsWhenItIsCancelled) {
  const HttpExchange exchange =
      cancelled_after(*direct_transport(), request_, [&] { resolver_.wait_for_lookup(); });

  expect_cancelled(exchange, nothing_sent);
}

TEST_F(HangingLookUp, EndsAtTheDeadline) {
  const HttpExchange exchange = direct_transport()->exchange(request_, hasty());

  EXPECT_EQ(exchange.error, TransportError::timed_out);
  EXPECT_EQ(exchange.progress, nothing_sent);
  EXPECT_FALSE(exchange.connecting_timed_out);
}

TEST_F(HangingLookUp, EndsAtTheConnectTimeout) {
  ExchangeOptions options = patient();
  options.connect_timeout = std::chrono::milliseconds(50);

  const HttpExchange exchange = direct_transport()->exchange(request_, options);

  EXPECT_EQ(exchange.error, TransportError::timed_out);
  EXPECT_TRUE(exchange.connecting_timed_out);
}

TEST_F(HangingLookUp, DoesNotKeepTheTransportFromGoing) {
  auto transport = direct_transport();
  EXPECT_TRUE(transport->exchange(request_, hasty()).error);

  transport.reset();

  resolver_.wait_for_lookup();
}

}  // namespace
}  // namespace v0
}  // namespace ionoscloud::container_registry
