// SPDX-License-Identifier: Apache-2.0
// When a server ends an HTTP/2 connection, libcurl doesn't tell which requests were carried out.
#include <gtest/gtest.h>

#include "curl/handles.hpp"
#include "faults/outcome.hpp"
#include "faults/tested_operations.hpp"
#include "support/certificate.hpp"
#include "support/raw_server.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

class Http2 : public testing::TestWithParam<TestedOperation> {
 protected:
  Tokens tokens_at(const RawServer& server) const {
    Configuration configuration = configuration_for(server.url());
    configuration.tls.ca_pem = certificate_.pem();
    return Tokens(configuration);
  }

  const Certificate certificate_;
  const ServerTls tls_{certificate_};
};

TEST_P(Http2, IsForCallsAtOnceThatMayBeSentAgain) {
  const TestedOperation& operation = GetParam();
  const bool at_once = operation.name.find("async") == 0;
  const RawServer server(tls_, serve);

  ASSERT_EQ(outcome_of(operation, tokens_at(server)), success);

  EXPECT_EQ(tls_.was_offered_http2(), at_once && !operation.creates() && libcurl_speaks_http2());
}

TEST_P(Http2, LeavesCallsOfEitherKindTheirConnections) {
  const RawServer server(tls_, serve);
  const Tokens tokens = tokens_at(server);

  for (int i = 0; i < 3; ++i) {
    EXPECT_EQ(outcome_of(GetParam(), tokens), success);
    EXPECT_EQ(outcome_of([&] {
                static_cast<void>(tokens.async.registries_tokens_find_by_id("reg", "tok").get());
              }),
              success);
  }

  EXPECT_LE(server.connections(), 2U);
}

INSTANTIATE_TEST_SUITE_P(For, Http2, testing::ValuesIn(tested_operations()),
                         testing::PrintToStringParamName());

}  // namespace
}  // namespace v0
}  // namespace ionoscloud::container_registry
