// SPDX-License-Identifier: Apache-2.0
// A server that sends control frames of HTTP/2 without end must hold nothing up.
#include <gtest/gtest.h>

#include <chrono>
#include <functional>
#include <future>
#include <iostream>
#include <optional>
#include <thread>

#include "curl/flood_guard.hpp"
#include "curl/handles.hpp"
#include "faults/outcome.hpp"
#include "faults/tested_operations.hpp"
#include "support/certificate.hpp"
#include "support/http2_connection.hpp"
#include "support/responses.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

using std::chrono::milliseconds;
using Clock = std::chrono::steady_clock;
using PendingToken = Pending<TokenResponse>;

struct Flood {
  const char* name;
  /// Goes to the stream of a request, if it goes to a stream.
  Frame frame;
  bool of_stream = false;

  friend std::ostream& operator<<(std::ostream& out, const Flood& flood) {
    return out << flood.name;
  }
};

const Flood floods[] = {
    {"pings", {FrameType::ping, 0, 0, "12345678"}},
    {"acknowledged_pings", {FrameType::ping, 1, 0, "12345678"}},
    {"settings", {FrameType::settings, 0, 0, ""}},
    {"window_updates", {FrameType::window_update, 0, 0, std::string("\0\0\0\1", 4)}},
    {"window_updates_of_a_stream",
     {FrameType::window_update, 0, 0, std::string("\0\0\0\1", 4)},
     true},
    {"priorities", {FrameType::priority, 0, 1001, std::string(5, '\0')}},
    {"empty_data", {FrameType::data, 0, 0, ""}, true},
    {"resets_of_others", {FrameType::rst_stream, 0, 2, std::string(4, '\0')}},
    {"continuations", {FrameType::continuation, 0, 0, std::string("\0\1a\1b", 5)}, true},
    {"unknown_frames", {static_cast<FrameType>(77), 0, 0, "anything"}},
};

/// Far more than what is promised, for the sake of machines that do much else.
constexpr milliseconds generous(3000);

/// How long it takes, which is printed.
milliseconds time_of(const char* what, const std::function<void()>& act) {
  const auto begun = Clock::now();
  act();
  const auto took = std::chrono::duration_cast<milliseconds>(Clock::now() - begun);
  std::cout << "          " << what << ": " << took.count() << " ms\n";
  return took;
}

/// Responses the first request on each connection, and floods it at the second.
class Flooding : public testing::TestWithParam<Flood> {
 protected:
  void SetUp() override {
    if (!libcurl_speaks_http2() || !FloodGuard::is_available()) {
      GTEST_SKIP() << "there is no HTTP/2 here";
    }
    tokens_.emplace(configuration());
    static_cast<void>(begin().get());
  }

  Configuration configuration() const {
    Configuration configuration = configuration_for(server_.url());
    configuration.tls.ca_pem = certificate_.pem();
    configuration.retry = RetryPolicy::none();
    return configuration;
  }

  PendingToken begin(const CallOptions& options = {}) const {
    return tokens_->async.registries_tokens_find_by_id("reg", "tok", options);
  }

  /// A call that is flooded.
  PendingToken begin_flooded(const CallOptions& options = {}) {
    PendingToken pending = begin(options);
    server_.wait_for_requests(2);
    return pending;
  }

  static ServerTls::Settings http2() {
    ServerTls::Settings settings;
    settings.speaks_http2 = true;
    return settings;
  }

  static void flood(RawConnection& client) {
    Http2Connection connection(client);
    connection.respond(connection.read_request().value_or(0), token_json("tok", "ci-pull").dump());
    const auto stream = connection.read_request();
    if (!stream) return;
    Frame frame = GetParam().frame;
    if (GetParam().of_stream) frame.stream = *stream;
    connection.flood(frame);
  }

  const Certificate certificate_;
  const ServerTls tls_{certificate_, http2()};
  RawServer server_{tls_, flood};
  std::optional<Tokens> tokens_;
};

TEST_P(Flooding, HoldsUpNoDeadline) {
  CallOptions options;
  options.deadline = Clock::now() + milliseconds(300);
  Outcome outcome;

  const milliseconds took = time_of("with 300 ms to go", [&] {
    outcome = outcome_of([&] { static_cast<void>(begin(options).get()); });
  });

  EXPECT_EQ(outcome.execution, Execution::unknown);
  EXPECT_EQ(outcome.attempts, 1);
  EXPECT_LT(took, generous);
}

TEST_P(Flooding, HoldsUpNoCancellation) {
  PendingToken pending = begin_flooded();

  const milliseconds took = time_of("cancelled", [&] {
    pending.cancel();
    EXPECT_EQ(outcome_of([&] { static_cast<void>(pending.get()); }).execution, Execution::unknown);
  });

  EXPECT_LT(took, generous);
}

TEST_P(Flooding, HoldsUpNoEndOfItsClient) {
  std::promise<void> over;
  begin_flooded().then([&](PendingToken) { over.set_value(); });

  const milliseconds took = time_of("let go", [&] {
    tokens_.reset();
    over.get_future().get();
  });

  EXPECT_LT(took, generous);
}

TEST_P(Flooding, HoldsUpNoOtherCall) {
  const PendingToken flooded = begin_flooded();
  // It may get on the same connection still.
  CallOptions options;
  options.retry = configuration_for("").retry;
  Outcome outcome;

  const milliseconds took = time_of(
      "another", [&] { outcome = outcome_of([&] { static_cast<void>(begin(options).get()); }); });

  EXPECT_EQ(outcome, success);
  EXPECT_LT(took, generous);
}

INSTANTIATE_TEST_SUITE_P(Of, Flooding, testing::ValuesIn(floods),
                         [](const auto& test) { return test.param.name; });

/// Refuses with a body that has no end.
void refuse_without_end(RawConnection& client) {
  client.read_request();
  client.send("HTTP/1.1 407 Refused\r\nContent-Length: 999999999999\r\n\r\n");
  const std::string body(65536, 'x');
  while (client.send(body)) {
  }
}

class FloodingProxy : public testing::TestWithParam<TestedOperation> {};

TEST_P(FloodingProxy, HoldsUpNoDeadline) {
  const RawServer proxy(refuse_without_end);
  Configuration configuration = configuration_for("https://api.example.invalid");
  configuration.proxy.url = proxy.url();
  configuration.retry = RetryPolicy::none();
  const Tokens tokens(configuration);
  CallOptions options;
  options.deadline = Clock::now() + milliseconds(300);
  Outcome outcome;

  const milliseconds took =
      time_of("with 300 ms to go", [&] { outcome = outcome_of(GetParam(), tokens, options); });

  EXPECT_EQ(outcome.execution, Execution::none);
  EXPECT_LT(took, generous);
}

INSTANTIATE_TEST_SUITE_P(By, FloodingProxy, testing::ValuesIn(find_and_post()),
                         testing::PrintToStringParamName());

}  // namespace
}  // namespace v0
}  // namespace ionoscloud::container_registry
