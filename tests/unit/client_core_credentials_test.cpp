// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <functional>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

#include <ionoscloud/container_registry/exceptions.hpp>

#include "runtime/client_core.hpp"
#include "support/caught.hpp"
#include "support/core_under_test.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

/// Gives `Bearer token-1`, and a higher number after each refresh.
class CountingCredentials final : public CredentialsProvider {
 public:
  Secret authorization(const CredentialsContext& context) override {
    ++asked;
    last_deadline = context.deadline;
    if (on_authorization) on_authorization();
    return given.empty() ? Secret("Bearer token-" + std::to_string(number)) : given;
  }

  bool refresh(const Secret& rejected_value, const CredentialsContext&) override {
    ++refreshed;
    rejected.push_back(rejected_value);
    if (on_refresh) on_refresh();
    number += refreshes ? 1 : 0;
    return refreshes;
  }

  bool refreshes = true;
  Secret given;
  std::function<void()> on_authorization;
  std::function<void()> on_refresh;

  int asked = 0;
  int refreshed = 0;
  int number = 1;
  std::vector<Secret> rejected;
  std::chrono::steady_clock::time_point last_deadline;
};

class ClientCoreCredentials : public ::testing::Test {
 protected:
  static Configuration with(std::shared_ptr<CredentialsProvider> provider) {
    Configuration configuration;
    configuration.host = "https://api.example";
    configuration.credentials = std::move(provider);
    return configuration;
  }

  CredentialsException failure() {
    return caught<CredentialsException>(
        [&] { static_cast<void>(under_test.call(sample_operations::create)); });
  }

  std::string authorization(std::size_t request) {
    return std::string(under_test.transport->requests().at(request).authorization.expose());
  }

  std::shared_ptr<CountingCredentials> provider = std::make_shared<CountingCredentials>();
  CoreUnderTest under_test{with(provider)};
};

TEST_F(ClientCoreCredentials, AreAskedForOnceAnAttempt) {
  under_test.transport->respond(503);
  under_test.transport->respond(200);

  static_cast<void>(under_test.call(sample_operations::read));

  EXPECT_EQ(provider->asked, 2);
  EXPECT_EQ(provider->refreshed, 0);
}

TEST_F(ClientCoreCredentials, LearnTheDeadline) {
  under_test.transport->respond(200);
  CallOptions options;
  options.deadline = under_test.clock->now() + std::chrono::seconds(5);

  static_cast<void>(under_test.call(sample_operations::read, options));

  EXPECT_EQ(provider->last_deadline, *options.deadline);
}

TEST_F(ClientCoreCredentials, AreRefreshedWhenTheServiceRejectsThem) {
  for (const Operation& operation :
       {sample_operations::read, sample_operations::create, sample_operations::remove}) {
    provider->number = 1;
    const std::size_t before = under_test.transport->request_count();
    under_test.transport->respond(401);
    under_test.transport->respond(200);

    const CallResponse response = under_test.call(operation);

    EXPECT_EQ(response.http.status, 200);
    EXPECT_EQ(response.attempts, 2);
    EXPECT_FALSE(response.unclear_before);
    EXPECT_EQ(authorization(before), "Bearer token-1");
    EXPECT_EQ(authorization(before + 1), "Bearer token-2");
    EXPECT_EQ(provider->rejected.back().expose(), "Bearer token-1");
  }
}

TEST_F(ClientCoreCredentials, AreUsedAtOnceAfterARefresh) {
  under_test.transport->respond(401, "", {{"Retry-After", "5"}});
  under_test.transport->respond(200);

  static_cast<void>(under_test.call(sample_operations::read));

  EXPECT_TRUE(under_test.sleeper->waits().empty());
}

TEST_F(ClientCoreCredentials, AreRefreshedAtMostOnceACall) {
  under_test.transport->respond(401);
  under_test.transport->respond(401);

  const CallResponse response = under_test.call(sample_operations::read);

  EXPECT_EQ(response.http.status, 401);
  EXPECT_EQ(response.attempts, 2);
  EXPECT_EQ(response.execution, Execution::none);
  EXPECT_EQ(provider->refreshed, 1);
}

TEST_F(ClientCoreCredentials, AreNotSentAgainWhenTheyCannotBeRefreshed) {
  provider->refreshes = false;
  under_test.transport->respond(401);

  const CallResponse response = under_test.call(sample_operations::read);

  EXPECT_EQ(response.http.status, 401);
  EXPECT_EQ(response.attempts, 1);
}

TEST_F(ClientCoreCredentials, AreRefreshedEvenWithoutRetries) {
  under_test.transport->respond(401);
  under_test.transport->respond(200);
  CallOptions options;
  options.retry = RetryPolicy::none();

  EXPECT_EQ(under_test.call(sample_operations::read, options).attempts, 2);
}

TEST_F(ClientCoreCredentials, CostNoneOfTheAttemptsWhenRefreshed) {
  under_test.transport->respond(401);
  for (int i = 0; i < 6; ++i) under_test.transport->respond(503);

  const CallResponse response = under_test.call(sample_operations::read);

  EXPECT_EQ(response.attempts, 7);
}

TEST_F(ClientCoreCredentials, OfAFailedProviderEndTheCall) {
  provider->on_authorization = [] { throw std::runtime_error("the vault is sealed"); };

  const CredentialsException error = failure();

  EXPECT_EQ(error.operation(), "create");
  EXPECT_EQ(error.attempts(), 0);
  EXPECT_EQ(error.execution(), Execution::none);
  EXPECT_NE(std::string(error.what()).find("the vault is sealed"), std::string::npos);
  EXPECT_EQ(under_test.transport->request_count(), 0u);
}

TEST_F(ClientCoreCredentials, OfAProviderThatThrowsAnythingEndTheCall) {
  provider->on_authorization = [] { throw 42; };

  EXPECT_EQ(failure().attempts(), 0);
}

TEST_F(ClientCoreCredentials, OfAProviderThatFailsToRefreshEndTheCall) {
  provider->on_refresh = [] { throw std::runtime_error("the vault is sealed"); };
  under_test.transport->respond(401);

  const CredentialsException error = failure();

  EXPECT_EQ(error.attempts(), 1);
  EXPECT_EQ(error.execution(), Execution::none);
}

TEST_F(ClientCoreCredentials, OfAFailedProviderRememberAnUnclearAttempt) {
  under_test.transport->respond(503);
  provider->on_authorization = [this] {
    if (provider->asked == 2) throw std::runtime_error("the vault is sealed");
  };

  const auto error = caught<CredentialsException>(
      [&] { static_cast<void>(under_test.call(sample_operations::remove)); });

  EXPECT_EQ(error.attempts(), 1);
  EXPECT_EQ(error.execution(), Execution::unknown);
}

TEST_F(ClientCoreCredentials, AreNotRepeatedInAMessage) {
  provider->given = "Bearer hunter2-token";
  provider->on_refresh = [] { throw std::runtime_error("hunter2-token is revoked"); };
  under_test.transport->respond(401);

  EXPECT_EQ(std::string(failure().what()).find("hunter2-token"), std::string::npos);
}

TEST_F(ClientCoreCredentials, AreSaidToFailInOneShortLine) {
  provider->on_authorization = [] {
    throw std::runtime_error("\x1b[31m\r\n" + std::string(100'000, 'x'));
  };

  const std::string what = failure().what();

  EXPECT_LT(what.size(), 1500u);
  EXPECT_EQ(what.find_first_of("\r\n\x1b"), std::string::npos);
}

TEST_F(ClientCoreCredentials, ThatCannotBeSentAreRefused) {
  for (const Secret& value : {Secret("Bearer a\r\nX-Evil: 1"), Secret("Bearer a\n"),
                              Secret(std::string("Bearer a\0b", 10)), Secret("Bearer \x1b")}) {
    provider->given = value;

    const CredentialsException error = failure();

    EXPECT_EQ(error.execution(), Execution::none);
    EXPECT_EQ(under_test.transport->request_count(), 0u);
  }
}

TEST_F(ClientCoreCredentials, ThatAreEmptyAreRefused) {
  class NoCredentials final : public CredentialsProvider {
   public:
    Secret authorization(const CredentialsContext&) override { return {}; }
  };
  CoreUnderTest without(with(std::make_shared<NoCredentials>()));

  EXPECT_THROW(static_cast<void>(without.call(sample_operations::read)), CredentialsException);
  EXPECT_EQ(without.transport->request_count(), 0u);
}

TEST_F(ClientCoreCredentials, ThatTakeTooLongAreNotUsed) {
  provider->on_authorization = [this] { under_test.clock->advance(std::chrono::hours(1)); };

  const auto error = caught<TimeoutException>(
      [&] { static_cast<void>(under_test.call(sample_operations::create)); });

  EXPECT_EQ(error.limit(), TimeLimit::call);
  EXPECT_EQ(error.attempts(), 0);
  EXPECT_EQ(error.execution(), Execution::none);
  EXPECT_EQ(under_test.transport->request_count(), 0u);
}

}  // namespace
}  // namespace v0
}  // namespace ionoscloud::container_registry
