// SPDX-License-Identifier: Apache-2.0
// Creates on connections that may not be as alive as they look.
#include <gtest/gtest.h>

#include <string>

#include "faults/outcome.hpp"
#include "faults/tested_operations.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

class Creating : public testing::TestWithParam<TestedOperation> {};

void serve_and_close(RawConnection& client) {
  if (const auto request = client.read_request()) client.send(healthy_response(*request));
}

TEST_P(Creating, LosesOneAtMostToAServiceThatClosesBehindEachResponse) {
  const RawServer server(serve_and_close);
  const Tokens tokens = tokens_at(server.url());
  int lost = 0;

  for (int i = 0; i < 100; ++i) {
    if (!(outcome_of(GetParam(), tokens) == success)) ++lost;
  }

  // None, unless the server's thread gets its turn so late that it seems to keep connections.
  EXPECT_LE(lost, 1);
}

TEST_P(Creating, KeepsTheConnectionToAServiceThatDoes) {
  const RawServer server(serve);
  const Tokens tokens = tokens_at(server.url());

  for (int i = 0; i < 100; ++i) ASSERT_EQ(outcome_of(GetParam(), tokens), success) << i;

  EXPECT_EQ(server.connections(), 1U);
}

TEST_P(Creating, LosesOneAtMostToAServiceThatBeginsToCloseConnections) {
  const RawServer server(once([](RawConnection& client) {
    for (int i = 0; i < 5; ++i) client.send(healthy_response(client.read_request().value()));
    client.read_request();
  }));
  const Tokens tokens = tokens_at(server.url());
  for (int i = 0; i < 5; ++i) ASSERT_EQ(outcome_of(GetParam(), tokens), success) << i;

  EXPECT_EQ(outcome_of(GetParam(), tokens), (Outcome{"Transport(receive)", Execution::unknown, 1}));

  for (int i = 0; i < 5; ++i) EXPECT_EQ(outcome_of(GetParam(), tokens), success) << i;
  EXPECT_EQ(server.connections(), 6U);
}

std::vector<TestedOperation> creating_operations() {
  std::vector<TestedOperation> creating;
  for (const TestedOperation& operation : tested_operations()) {
    if (operation.creates()) creating.push_back(operation);
  }
  return creating;
}

INSTANTIATE_TEST_SUITE_P(By, Creating, testing::ValuesIn(creating_operations()),
                         testing::PrintToStringParamName());

}  // namespace
}  // namespace v0
}  // namespace ionoscloud::container_registry
