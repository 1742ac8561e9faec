// SPDX-License-Identifier: Apache-2.0
#include <ionoscloud/container_registry/testing/recording_observer.hpp>

#include <gtest/gtest.h>

#include <memory>
#include <thread>
#include <vector>

#include <ionoscloud/container_registry/exceptions.hpp>

#include "support/core_under_test.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

using ionoscloud::container_registry::testing::RecordedCall;
using ionoscloud::container_registry::testing::RecordingObserver;

class Recorder : public ::testing::Test {
 protected:
  Configuration recorded() const {
    Configuration configuration = CoreUnderTest::with_token();
    configuration.observer = recorder_;
    return configuration;
  }

  const std::shared_ptr<RecordingObserver> recorder_ = std::make_shared<RecordingObserver>();
  CoreUnderTest core_{recorded()};
};

TEST_F(Recorder, KeepsACallWithItsAttempts) {
  core_.transport->respond(503, "busy", {{"X-RequestId", "req-1"}});
  core_.transport->respond(200, "{}");

  static_cast<void>(core_.call(sample_operations::read));

  const std::vector<RecordedCall> calls = recorder_->calls();
  ASSERT_EQ(calls.size(), 1U);
  EXPECT_EQ(calls[0].operation, "read");
  EXPECT_EQ(calls[0].path, "/things");
  EXPECT_TRUE(calls[0].finished && calls[0].succeeded);
  ASSERT_EQ(calls[0].attempts.size(), 2U);
  EXPECT_EQ(calls[0].attempts[0].status, 503);
  EXPECT_EQ(calls[0].attempts[0].response_bytes, 4U);
  EXPECT_TRUE(calls[0].attempts[0].next_attempt_in);
  EXPECT_EQ(calls[0].attempts[1].status, 200);
}

TEST_F(Recorder, KeepsWhyACallFailed) {
  core_.transport->fail(TransportError::receive, RequestProgress::maybe_sent);

  EXPECT_THROW(static_cast<void>(core_.call(sample_operations::create)), TransportException);

  const RecordedCall call = recorder_->calls().at(0);
  EXPECT_TRUE(call.finished);
  EXPECT_FALSE(call.succeeded);
  EXPECT_EQ(call.error, TransportError::receive);
  EXPECT_EQ(call.execution, Execution::unknown);
}

TEST_F(Recorder, KeepsCallsThatHaveNotFinished) {
  recorder_->on_call_begun({"read", HttpMethod::get, "/things", 1});

  EXPECT_FALSE(recorder_->calls().at(0).finished);
}

TEST_F(Recorder, KeepsCallsOfManyThreadsApart) {
  constexpr int many = 64;
  for (int i = 0; i < many; ++i) core_.transport->respond(200, "{}");
  std::vector<std::thread> threads;
  for (int i = 0; i < many; ++i) {
    threads.emplace_back([this] { static_cast<void>(core_.call(sample_operations::read)); });
  }
  for (std::thread& thread : threads) thread.join();

  ASSERT_EQ(recorder_->calls().size(), static_cast<std::size_t>(many));
  for (const RecordedCall& call : recorder_->calls()) EXPECT_EQ(call.attempts.size(), 1U);
}

}  // namespace
}  // namespace v0
}  // namespace ionoscloud::container_registry
