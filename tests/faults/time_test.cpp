// SPDX-License-Identifier: Apache-2.0
// Fault matrix: deadlines and cancellations, at every stage of a call.
#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <optional>
#include <string>
#include <thread>
#include <tuple>
#include <vector>

#include "faults/outcome.hpp"
#include "faults/stages.hpp"
#include "faults/tested_operations.hpp"
#include "support/hanging_resolver.hpp"
#include "support/raw_server.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

/// The worst that was seen. A busy machine is late, so that this is told and not tested.
class Lateness : public testing::Environment {
 public:
  void add(Clock::time_point due) {
    const auto late = std::chrono::duration_cast<milliseconds>(Clock::now() - due).count();
    worst_ = std::max(worst_, static_cast<long>(late));
  }
  void TearDown() override { std::printf("Of %s, the latest came %ld ms late.\n", what_, worst_); }
  explicit Lateness(const char* what) : what_(what) {}

 private:
  const char* const what_;
  long worst_ = 0;
};

Lateness& of_deadlines() {
  static auto* const lateness = new Lateness("all deadlines");
  return *lateness;
}

Lateness& of_cancellations() {
  static auto* const lateness = new Lateness("all cancellations");
  return *lateness;
}

const testing::Environment* const environments[] = {
    testing::AddGlobalTestEnvironment(&of_deadlines()),
    testing::AddGlobalTestEnvironment(&of_cancellations())};

enum class Form { waiting, async };

class CallAt : public testing::TestWithParam<std::tuple<Stage, Form>> {
 protected:
  Outcome create(const CallOptions& options) const {
    PostTokenInput input;
    input.properties.name = std::string(stage_.name_size, 'n');
    const Tokens tokens(stuck_->configuration());
    return outcome_of([&] {
      if (form_ == Form::waiting) {
        static_cast<void>(tokens.waiting.registries_tokens_post("reg", input, options));
      } else {
        static_cast<void>(tokens.async.registries_tokens_post("reg", input, options).get());
      }
    });
  }

  void expect(const std::string& what, const Outcome& outcome) const {
    EXPECT_EQ(outcome.what, what);
    EXPECT_EQ(outcome.execution, stage_.execution.value_or(outcome.execution));
  }

  const Stage& stage_ = std::get<0>(GetParam());
  const Form form_ = std::get<1>(GetParam());
  const std::unique_ptr<StuckCall> stuck_ = stage_.begin();
};

class DeadlineAt : public CallAt {};

TEST_P(DeadlineAt, EndsTheCall) {
  CallOptions options;
  options.deadline = Clock::now() + stage_.patience;

  const Outcome outcome = create(options);

  of_deadlines().add(*options.deadline);
  EXPECT_GE(Clock::now(), *options.deadline);
  expect("Timeout(call)", outcome);
}

const auto forms = testing::Values(Form::waiting, Form::async);
const auto names = [](const auto& test) {
  return std::get<0>(test.param).name + (std::get<1>(test.param) == Form::waiting ? "" : "_async");
};

INSTANTIATE_TEST_SUITE_P(When, DeadlineAt, testing::Combine(testing::ValuesIn(stages()), forms),
                         names);

class CancellationAt : public CallAt {};

TEST_P(CancellationAt, EndsTheCall) {
  CancellationSource source;
  CallOptions options;
  options.cancellation = source.token();
  Clock::time_point cancelled;
  std::thread canceller([&] {
    stuck_->wait_until_stuck();
    cancelled = Clock::now();
    source.cancel();
    source.cancel();
  });

  const Outcome outcome = create(options);

  canceller.join();
  of_cancellations().add(cancelled);
  expect("Cancelled", outcome);
}

INSTANTIATE_TEST_SUITE_P(When, CancellationAt, testing::Combine(testing::ValuesIn(stages()), forms),
                         names);
INSTANTIATE_TEST_SUITE_P(When_, CancellationAt,
                         testing::Combine(testing::Values(waiting_to_try_again()), forms), names);

class Time : public testing::TestWithParam<TestedOperation> {};

TEST_P(Time, OfOneMillisecondIsKeptTo) {
  const RawServer server([](RawConnection& client) { client.wait_for_close(); });
  const Tokens tokens = tokens_at(server.url());
  CallOptions options;
  options.deadline = Clock::now() + milliseconds(1);

  const Outcome outcome = outcome_of(GetParam(), tokens, options);

  of_deadlines().add(*options.deadline);
  EXPECT_EQ(outcome.what, "Timeout(call)");
}

TEST_P(Time, ThatIsTooShortForTheNextWaitEndsTheCallAtOnce) {
  const RawServer server([](RawConnection& client) {
    while (client.read_request()) client.send(raw_response(429, "", "Retry-After: 3600\r\n"));
  });
  CallOptions options;
  options.deadline = Clock::now() + std::chrono::minutes(30);

  const Outcome outcome = outcome_of(GetParam(), tokens_at(server.url()), options);

  EXPECT_EQ(outcome, (Outcome{"Api(429)", Execution::none, 1}));
}

TEST_P(Time, CancelledBeforehandSendsNothing) {
  const RawServer server(serve);
  CancellationSource source;
  source.cancel();
  CallOptions options;
  options.cancellation = source.token();

  const Outcome outcome = outcome_of(GetParam(), tokens_at(server.url()), options);

  EXPECT_EQ(outcome, (Outcome{"Cancelled", Execution::none, 0}));
  EXPECT_EQ(server.connections(), 0U);
}

TEST_P(Time, CancelledDoesNotSpoilTheNextCall) {
  RawServer server(once(respond_nothing));
  const Tokens tokens = tokens_at(server.url());
  CancellationSource source;
  CallOptions options;
  options.cancellation = source.token();
  std::thread canceller([&] {
    server.wait_for_requests(1);
    source.cancel();
  });
  EXPECT_EQ(outcome_of(GetParam(), tokens, options).what, "Cancelled");
  canceller.join();

  EXPECT_EQ(outcome_of(GetParam(), tokens), success);
}

TEST_P(Time, CancelledOnAKeptConnectionEndsTheCall) {
  RawServer server(once([](RawConnection& client) {
    client.send(healthy_response(client.read_request().value()));
    respond_nothing(client);
  }));
  const Tokens tokens = tokens_at(server.url());
  ASSERT_EQ(outcome_of(GetParam(), tokens), success);
  CancellationSource source;
  CallOptions options;
  options.cancellation = source.token();
  std::thread canceller([&] {
    server.wait_for_requests(2);
    source.cancel();
  });

  EXPECT_EQ(outcome_of(GetParam(), tokens, options).what, "Cancelled");
  canceller.join();
}

TEST_P(Time, CancelledAfterTheCallChangesNothing) {
  const RawServer server(serve);
  const Tokens tokens = tokens_at(server.url());
  CancellationSource source;
  CallOptions options;
  options.cancellation = source.token();
  ASSERT_EQ(outcome_of(GetParam(), tokens, options), success);
  source.cancel();

  EXPECT_EQ(outcome_of(GetParam(), tokens), success);
  EXPECT_EQ(server.connections(), 1U);
}

INSTANTIATE_TEST_SUITE_P(Of, Time, testing::ValuesIn(tested_operations()),
                         testing::PrintToStringParamName());

TEST(Client, MayGoWhileOthersCall) {
  RawServer server(respond_nothing);
  std::optional<Tokens> tokens = tokens_at(server.url());
  CancellationSource source;
  CallOptions options;
  options.cancellation = source.token();
  std::atomic<int> cancelled{0};
  std::vector<std::thread> callers;
  for (const TestedOperation& operation : tested_operations()) {
    callers.emplace_back([&, copy = *tokens] {
      if (outcome_of(operation, copy, options).what == "Cancelled") ++cancelled;
    });
  }
  server.wait_for_requests(callers.size());

  tokens.reset();

  source.cancel();
  for (std::thread& caller : callers) caller.join();
  EXPECT_EQ(cancelled, static_cast<int>(callers.size()));
}

TEST(Client, MayGoWhileALookUpHangs) {
  HangingResolver resolver;
  Configuration configuration = configuration_for("https://hanging.invalid");
  configuration.timeouts.call = milliseconds(50);
  std::optional<Tokens> tokens = Tokens(configuration);
  ASSERT_EQ(outcome_of(find_and_post()[0], *tokens).what, "Timeout(call)");

  tokens.reset();

  resolver.wait_for_lookup();
}

}  // namespace
}  // namespace v0
}  // namespace ionoscloud::container_registry
