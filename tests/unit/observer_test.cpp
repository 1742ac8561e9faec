// SPDX-License-Identifier: Apache-2.0
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <memory>
#include <string>
#include <vector>

#include <ionoscloud/container_registry/exceptions.hpp>
#include <ionoscloud/container_registry/observer.hpp>

#include "support/core_under_test.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;
using ::testing::ElementsAre;

/// Records events as lines.
class LineObserver final : public Observer {
 public:
  void on_call_begun(const ObservedCall& call) noexcept override {
    lines.push_back("begun " + std::string(call.operation) + " " + std::string(call.path));
  }
  void on_attempt_finished(const AttemptFinished& event) noexcept override {
    lines.push_back("attempt " + std::to_string(event.attempt) + " " +
                    std::to_string(event.status));
    attempt = event;
  }
  void on_call_finished(const CallFinished& event) noexcept override {
    lines.push_back("finished " + std::to_string(event.status) +
                    (event.succeeded ? " well" : " badly"));
    finished = event;
  }

  std::vector<std::string> lines;
  AttemptFinished attempt;
  CallFinished finished;
};

class ObservedCore : public ::testing::Test {
 protected:
  Configuration observed() const {
    Configuration configuration = CoreUnderTest::with_token();
    configuration.observer = observer_;
    return configuration;
  }

  const std::shared_ptr<LineObserver> observer_ = std::make_shared<LineObserver>();
  CoreUnderTest core_{observed()};
};

TEST_F(ObservedCore, ReportsTheBeginningAndTheEndOfACall) {
  core_.transport->respond(200, "{}");

  static_cast<void>(core_.call(sample_operations::read));

  EXPECT_THAT(observer_->lines,
              ElementsAre("begun read /things", "attempt 1 200", "finished 200 well"));
}

TEST_F(ObservedCore, ReportsEachAttemptAndTheWaitAfterIt) {
  core_.transport->respond(503);
  core_.transport->respond(200, "{}");
  static_cast<void>(core_.call(sample_operations::read));

  EXPECT_THAT(observer_->lines, ElementsAre("begun read /things", "attempt 1 503", "attempt 2 200",
                                            "finished 200 well"));
  EXPECT_FALSE(observer_->attempt.next_attempt_in);
}

TEST_F(ObservedCore, ReportsHowLongTheCallWaits) {
  core_.transport->respond(429, "", {{"Retry-After", "7"}});
  CallOptions options;
  options.retry = RetryPolicy();
  options.retry->max_attempts = 2;
  core_.transport->fail(TransportError::connect, RequestProgress::nothing_sent);

  EXPECT_THROW(static_cast<void>(core_.call(sample_operations::read, options)), TransportException);

  EXPECT_GE(observer_->finished.elapsed, seconds(7));
  EXPECT_EQ(observer_->finished.attempts, 2);
  EXPECT_EQ(observer_->finished.error, TransportError::connect);
}

TEST_F(ObservedCore, ReportsWhatMayHaveBeenExecuted) {
  core_.transport->fail(TransportError::receive, RequestProgress::maybe_sent);

  EXPECT_THROW(static_cast<void>(core_.call(sample_operations::create)), TransportException);

  EXPECT_EQ(observer_->finished.execution, Execution::unknown);
  EXPECT_FALSE(observer_->finished.succeeded);
}

TEST_F(ObservedCore, ReportsTheEndOfACallThatSentNothing) {
  CancellationSource source;
  source.cancel();
  CallOptions options;
  options.cancellation = source.token();

  EXPECT_THROW(static_cast<void>(core_.call(sample_operations::read, options)), CancelledException);

  EXPECT_THAT(observer_->lines, ElementsAre("begun read /things", "finished 0 badly"));
  EXPECT_EQ(observer_->finished.error, TransportError::cancelled);
  EXPECT_EQ(observer_->finished.attempts, 0);
}

TEST_F(ObservedCore, NumbersItsCalls) {
  core_.transport->respond(200, "{}");
  core_.transport->respond(200, "{}");
  static_cast<void>(core_.call(sample_operations::read));
  EXPECT_EQ(observer_->finished.call.number, 1U);

  static_cast<void>(core_.call(sample_operations::read));

  EXPECT_EQ(observer_->finished.call.number, 2U);
}

TEST_F(ObservedCore, ReportsNoCallWithInvalidArguments) {
  CallOptions options;
  options.headers.add("Host", "elsewhere");

  EXPECT_THROW(static_cast<void>(core_.call(sample_operations::read, options)),
               InvalidArgumentException);

  EXPECT_TRUE(observer_->lines.empty());
}

}  // namespace
}  // namespace v0
}  // namespace ionoscloud::container_registry
