// SPDX-License-Identifier: Apache-2.0
// Fault matrix: resolving and connecting. Nothing was sent, so that every operation is tried again.
#include <curl/curl.h>
#include <gtest/gtest.h>

#include <chrono>
#include <memory>
#include <string>

#include "faults/outcome.hpp"
#include "faults/tested_operations.hpp"
#include "support/hanging_port.hpp"
#include "support/hanging_resolver.hpp"
#include "support/raw_server.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

class Connecting : public testing::TestWithParam<TestedOperation> {
 protected:
  static Configuration hurried(const std::string& url) {
    Configuration configuration = configuration_for(url);
    configuration.timeouts.connect = std::chrono::milliseconds(50);
    return configuration;
  }

  static Outcome outcome(const Configuration& configuration) {
    return outcome_of(GetParam(), Tokens(configuration));
  }

  const Outcome no_connection_{"Transport(connect)", Execution::none, 3};
  const Outcome late_connection_{"Timeout(connect)", Execution::none, 3};
};

TEST_P(Connecting, ToAHostThatIsUnknown) {
  const Outcome unresolved{"Transport(resolve)", Execution::none, 3};

  EXPECT_EQ(outcome(configuration_for("https://service.invalid")), unresolved);
}

TEST_P(Connecting, WhileTheResolverHangs) {
  constexpr unsigned int quick_exit = 0x075700;
  if (curl_version_info(CURLVERSION_NOW)->version_num < quick_exit) {
    GTEST_SKIP() << "libcurl waits for its DNS lookups before 7.87";
  }
  const HangingResolver resolver;

  EXPECT_EQ(outcome(hurried("https://hanging.invalid")), late_connection_);
}

TEST_P(Connecting, ToAPortThatIsClosed) {
  EXPECT_EQ(outcome(configuration_for(refused_url())), no_connection_);
}

TEST_P(Connecting, ToAHostThatDoesNotRespond) {
  const HangingPort port;

  EXPECT_EQ(outcome(hurried(port.url())), late_connection_);
}

TEST_P(Connecting, ThroughAProxyThatIsNotThere) {
  Configuration configuration = configuration_for("https://service.invalid");
  configuration.proxy.url = refused_url();

  EXPECT_EQ(outcome(configuration), no_connection_);
}

TEST_P(Connecting, ThroughAProxyThatRefuses) {
  const RawServer proxy([](RawConnection& client) {
    while (client.read_request()) client.send(raw_response(403, "not from here"));
  });
  Configuration configuration = configuration_for("https://service.invalid");
  configuration.proxy.url = proxy.url("");

  EXPECT_EQ(outcome(configuration), (Outcome{"Transport(proxy)", Execution::none, 1}));
  for (const std::string& request : proxy.requests()) {
    EXPECT_EQ(header_of(request, "Authorization"), std::nullopt);
  }
}

TEST_P(Connecting, ThroughAProxyThatHangsUp) {
  const RawServer proxy([](RawConnection& client) { client.read_request(); });
  Configuration configuration = configuration_for("https://service.invalid");
  configuration.proxy.url = proxy.url("");

  EXPECT_EQ(outcome(configuration), no_connection_);
}

TEST_P(Connecting, ThroughAProxyThatFloodsIsGivenUp) {
  const RawServer proxy([](RawConnection& client) {
    client.read_request();
    client.send("HTTP/1.1 200 Connection established\r\n");
    while (client.send("X-Flood: 1\r\n")) {
    }
  });
  Configuration configuration = configuration_for("https://service.invalid");
  configuration.proxy.url = proxy.url("");

  EXPECT_EQ(outcome(configuration), (Outcome{"Transport(too_large)", Execution::none, 1}));
}

TEST_P(Connecting, ToAServerThatShakesNoHands) {
  const RawServer server([](RawConnection& client) { client.wait_for_close(); });

  EXPECT_EQ(outcome(hurried("https" + server.url().substr(4))), late_connection_);
}

INSTANTIATE_TEST_SUITE_P(To, Connecting, testing::ValuesIn(tested_operations()),
                         testing::PrintToStringParamName());

}  // namespace
}  // namespace v0
}  // namespace ionoscloud::container_registry
