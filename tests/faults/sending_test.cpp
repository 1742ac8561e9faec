// SPDX-License-Identifier: Apache-2.0
// Fault matrix: sending. What was sent may have been carried out, and is sent again only where that
// does no harm.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <future>
#include <string>

#include "faults/outcome.hpp"
#include "faults/tested_operations.hpp"
#include "support/raw_server.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

using testing::AnyOf;

class Sending : public testing::TestWithParam<TestedOperation> {
 protected:
  const TestedOperation& operation_ = GetParam();
  /// How many requests an operation makes that fails once and unclearly.
  const std::size_t requests_ = operation_.creates() ? 1 : 2;

  /// The outcome when one attempt ended unclearly.
  Outcome once_unclear() const {
    if (!operation_.creates()) return success;
    return {"Transport(receive)", Execution::unknown, 1};
  }
};

TEST_P(Sending, ToAServerThatResetsBeforeItReads) {
  const RawServer server([](RawConnection& client) {
    client.wait_for_bytes();
    client.reset();
  });

  const Outcome outcome = outcome_of(operation_, tokens_at(server.url()));

  EXPECT_THAT(outcome.what, AnyOf("Transport(receive)", "Transport(send)"));
  EXPECT_EQ(outcome.execution, Execution::unknown);
  EXPECT_EQ(outcome.attempts, attempts_of(operation_, Execution::unknown));
  EXPECT_EQ(server.connections(), static_cast<std::size_t>(outcome.attempts));
}

TEST_P(Sending, OnAConnectionThatIsClosedAtTheMomentOfReuse) {
  RawServer server(once([](RawConnection& client) {
    client.send(healthy_response(client.read_request().value()));
    client.read_request();
  }));
  const Tokens tokens = tokens_at(server.url());
  ASSERT_EQ(outcome_of(operation_, tokens), success);

  EXPECT_EQ(outcome_of(operation_, tokens), once_unclear());
  EXPECT_EQ(server.requests().size(), 1 + requests_);
}

TEST_P(Sending, OnAConnectionThatIsResetAtTheMomentOfReuse) {
  RawServer server(once([](RawConnection& client) {
    client.send(healthy_response(client.read_request().value()));
    client.read_request();
    client.reset();
  }));
  const Tokens tokens = tokens_at(server.url());
  ASSERT_EQ(outcome_of(operation_, tokens), success);

  EXPECT_EQ(outcome_of(operation_, tokens), once_unclear());
  EXPECT_EQ(server.requests().size(), 1 + requests_);
}

TEST_P(Sending, OnAConnectionThatWasClosedWhileIdle) {
  RawServer server(once(
      [](RawConnection& client) { client.send(healthy_response(client.read_request().value())); }));
  const Tokens tokens = tokens_at(server.url());
  ASSERT_EQ(outcome_of(operation_, tokens), success);
  server.wait_for_closed(1);

  EXPECT_EQ(outcome_of(operation_, tokens), success);
  EXPECT_EQ(server.requests().size(), 2U);
}

TEST_P(Sending, OnAConnectionThatGotBytesWhileIdle) {
  std::promise<void> responded;
  std::promise<void> poisoned;
  RawServer server(once([&](RawConnection& client) {
    client.send(healthy_response(client.read_request().value()));
    responded.get_future().wait();
    client.send(raw_response(500, "poison"));
    poisoned.set_value();
    client.wait_for_close();
  }));
  const Tokens tokens = tokens_at(server.url());
  ASSERT_EQ(outcome_of(operation_, tokens), success);
  responded.set_value();
  poisoned.get_future().wait();

  EXPECT_EQ(outcome_of(operation_, tokens), success);
  EXPECT_EQ(server.requests().size(), 2U);
}

INSTANTIATE_TEST_SUITE_P(Of, Sending, testing::ValuesIn(tested_operations()),
                         testing::PrintToStringParamName());

/// A create whose request fills every buffer on its way.
class SendingMuch : public testing::Test {
 protected:
  Outcome create(const RawServer& server) const {
    Configuration configuration = configuration_for(server.url());
    configuration.timeouts.attempt = std::chrono::milliseconds(200);
    PostTokenInput input;
    input.properties.name = std::string(16 * 1024 * 1024, 'n');
    return outcome_of([&] {
      static_cast<void>(Tokens(configuration).waiting.registries_tokens_post("reg", input));
    });
  }
};

TEST_F(SendingMuch, ToAServerThatResetsMidway) {
  const RawServer server([](RawConnection& client) {
    client.read_some();
    client.reset();
  });

  const Outcome outcome = create(server);

  EXPECT_THAT(outcome.what, AnyOf("Transport(receive)", "Transport(send)"));
  EXPECT_EQ(outcome.execution, Execution::unknown);
  EXPECT_EQ(server.connections(), 1U);
}

TEST_F(SendingMuch, ToAServerThatReadsNothing) {
  const RawServer server([](RawConnection& client) { client.wait_for_close_without_reading(); });

  EXPECT_EQ(create(server), (Outcome{"Timeout(attempt)", Execution::unknown, 1}));
}

TEST_F(SendingMuch, ToAServerThatRespondsBeforeItHasRead) {
  const RawServer server([](RawConnection& client) {
    client.read_some();
    client.send(raw_response(413, "too much", "Connection: close\r\n"));
    client.wait_for_close();
  });

  EXPECT_EQ(create(server), (Outcome{"Api(413)", Execution::none, 1}));
}

}  // namespace
}  // namespace v0
}  // namespace ionoscloud::container_registry
