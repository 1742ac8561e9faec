// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <chrono>
#include <memory>
#include <vector>

#include <ionoscloud/container_registry/exceptions.hpp>

#include "api/reconciled_create.hpp"
#include "support/core_under_test.hpp"
#include "support/small_registry.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

/// A create at a clock that stands still, so that its requests tell exactly when they must be over.
class ReconciledCreateDeadline : public ::testing::Test {
 protected:
  ReconciledCreateDeadline() : under_test_(configuration(registry_)) {
    input_.properties.name = "ci-pull";
  }

  static Configuration configuration(std::shared_ptr<HttpTransport> transport) {
    Configuration configuration = CoreUnderTest::with_token();
    configuration.transport = std::move(transport);
    configuration.timeouts.call = seconds(60);
    configuration.timeouts.attempt = std::chrono::hours(1);
    return configuration;
  }

  /// How long each request of a create may take that may itself take so long.
  std::vector<milliseconds> times_within(milliseconds time) {
    CallOptions options;
    options.deadline = under_test_.clock->now() + time;
    return times(options);
  }

  std::vector<milliseconds> times(const CallOptions& options = {}) {
    const auto begin = under_test_.clock->now();
    ReconciledCreate create(under_test_.core->environment(), "reg", input_, TokenNaming::given,
                            options);
    run_steps(*under_test_.core, create);
    static_cast<void>(create.result());
    std::vector<milliseconds> times;
    for (const auto deadline : registry_->deadlines) {
      times.push_back(std::chrono::duration_cast<milliseconds>(deadline - begin));
    }
    return times;
  }

  const std::shared_ptr<SmallRegistry> registry_ = std::make_shared<SmallRegistry>();
  CoreUnderTest under_test_;
  PostTokenInput input_;
};

using Times = std::vector<milliseconds>;

TEST_F(ReconciledCreateDeadline, LeavesAQuarterToSettle) {
  EXPECT_EQ(times_within(seconds(100)), Times{seconds(75)});
}

TEST_F(ReconciledCreateDeadline, LeavesTwoSecondsAtLeast) {
  EXPECT_EQ(times_within(seconds(6)), Times{seconds(4)});
}

TEST_F(ReconciledCreateDeadline, LeavesHalfAtMost) {
  EXPECT_EQ(times_within(seconds(1)), Times{milliseconds(500)});
}

TEST_F(ReconciledCreateDeadline, IsThatOfTheCallUnlessThereIsOne) {
  EXPECT_EQ(times(), Times{seconds(45)});
}

TEST_F(ReconciledCreateDeadline, LeavesAllOfItToSettlingAndAQuarterBehindEachCreate) {
  registry_->next("POST", [this](SmallRegistry& self, const HttpRequest& request) {
    under_test_.clock->advance(seconds(60));
    return SmallRegistry::lose_request(self, request);
  });

  EXPECT_EQ(times_within(seconds(100)), (Times{seconds(75), seconds(100), seconds(90)}));
}

TEST_F(ReconciledCreateDeadline, EndsACreateThatComesTooLate) {
  EXPECT_THROW(static_cast<void>(times_within(seconds(-1))), TimeoutException);
  EXPECT_EQ(registry_->kinds(), "");
}

// A deadline that the first attempt used up left none to find out what became of it.
TEST_F(ReconciledCreateDeadline, NamesTheTokenOfACreateThatWasTooSlow) {
  registry_->next("POST", [this](SmallRegistry& self, const HttpRequest& request) {
    under_test_.clock->advance(registry_->deadlines.back() - under_test_.clock->now());
    HttpExchange exchange = SmallRegistry::lose_response(self, request);
    exchange.error = TransportError::timed_out;
    return exchange;
  });

  try {
    static_cast<void>(times_within(seconds(4)));
    FAIL();
  } catch (const UnsettledCreateException& error) {
    EXPECT_EQ(error.token_id(), TokenId("id-1"));
  }
}

}  // namespace
}  // namespace v0
}  // namespace ionoscloud::container_registry
