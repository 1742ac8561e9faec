// SPDX-License-Identifier: Apache-2.0
// A process that forks while its other threads are in the middle of something: nothing that they
// have locked is waited for in the child.
#include <gtest/gtest.h>

#include <atomic>
#include <future>
#include <memory>
#include <ostream>
#include <streambuf>
#include <thread>

#include <ionoscloud/container_registry/cancellation.hpp>
#include <ionoscloud/container_registry/stream_logger.hpp>
#include <ionoscloud/container_registry/testing/recording_observer.hpp>

#include "runtime/services.hpp"
#include "support/child_process.hpp"
#include "support/tokens_api_test.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

/// Where a thread of the parent stands until it is let go; a forked process passes.
class StandStill {
 public:
  void operator()() noexcept {
    if (getpid() != parent_) return;
    arrived_.set_value();
    let_go_.get_future().wait();
  }
  void wait_for_arrival() { arrived_.get_future().wait(); }
  void let_go() { let_go_.set_value(); }

 private:
  const pid_t parent_ = getpid();
  std::promise<void> arrived_;
  std::promise<void> let_go_;
};

struct StandingListener final : CancellationListener {
  void on_cancel() noexcept override { stand_still(); }
  StandStill stand_still;
};

struct CountingListener final : CancellationListener {
  void on_cancel() noexcept override { ++calls; }
  int calls = 0;
};

TEST(Fork, WhileACancellationIsToldLeavesTheChildsOwn) {
  CancellationSource source;
  StandingListener standing;
  const CancellationRegistration registration(source.token(), standing);
  std::thread canceller([&] { source.cancel(); });
  standing.stand_still.wait_for_arrival();

  const int status = status_of_child([&] {
    CountingListener counting;
    const CancellationRegistration own(source.token(), counting);
    return source.is_cancelled() && counting.calls == 1;
  });
  standing.stand_still.let_go();
  canceller.join();

  EXPECT_EQ(status, 0);
}

TEST(Fork, CancelsInTheChildWithoutTheListenersOfTheParent) {
  CancellationSource source;
  CountingListener of_parent;
  auto registration = std::make_unique<CancellationRegistration>(source.token(), of_parent);

  EXPECT_EQ(status_of_child([&] {
              CountingListener of_child;
              const CancellationRegistration own(source.token(), of_child);
              source.cancel();
              registration.reset();
              return of_child.calls == 1 && of_parent.calls == 0;
            }),
            0);
  EXPECT_FALSE(source.is_cancelled());
}

/// A log that is full for a while.
struct StandingBuffer final : std::streambuf {
  std::streamsize xsputn(const char*, std::streamsize count) override {
    stand_still();
    return count;
  }
  int overflow(int character) override { return character; }
  StandStill stand_still;
};

TEST(Fork, WhileALineIsLoggedLetsTheChildLog) {
  StandingBuffer buffer;
  std::ostream out(&buffer);
  StreamLogger logger(out, LogLevel::trace);
  const ObservedCall call{"registriesTokensGet", HttpMethod::get, "/", 1};
  std::thread busy([&] { logger.on_call_begun(call); });
  buffer.stand_still.wait_for_arrival();

  const int status = status_of_child([&] {
    logger.on_call_begun(call);
    return true;
  });
  buffer.stand_still.let_go();
  busy.join();

  EXPECT_EQ(status, 0);
}

TEST(Fork, DrawsOtherNumbersInEachProcess) {
  const RuntimeServices services = system_services();
  static_cast<void>(services.random->next());
  int ends[2];
  ASSERT_EQ(pipe(ends), 0);
  const auto draw = [&] {
    const double number = services.random->next();
    return write(ends[1], &number, sizeof number) == sizeof number;
  };

  ASSERT_EQ(status_of_child(draw), 0);
  ASSERT_EQ(status_of_child(draw), 0);
  ASSERT_TRUE(draw());
  double numbers[3];
  ASSERT_EQ(read(ends[0], numbers, sizeof numbers), static_cast<ssize_t>(sizeof numbers));
  close(ends[0]);
  close(ends[1]);

  EXPECT_NE(numbers[0], numbers[1]);
  EXPECT_NE(numbers[0], numbers[2]);
  EXPECT_NE(numbers[1], numbers[2]);
}

TEST(Fork, AtAnyMomentLeavesAClientWithFakesThatWork) {
  const auto fake = std::make_shared<testing::FakeTransport>();
  const auto recorder = std::make_shared<testing::RecordingObserver>();
  Configuration configuration;
  configuration.token = "any";
  configuration.transport = fake;
  configuration.observer = recorder;
  const TokensApi tokens{ApiClient(configuration)};
  std::atomic<bool> stop{false};
  std::thread busy([&] {
    while (!stop) {
      fake->respond(204);
      tokens.registries_tokens_delete("reg", "tok");
    }
  });

  // The child gets an outcome that was meant for the other thread, or its own.
  for (int i = 0; i < 100; ++i) {
    EXPECT_EQ(status_of_child([&] {
                fake->respond(204);
                tokens.registries_tokens_delete("reg", "tok");
                return fake->request_count() > 0;
              }),
              0);
  }
  stop = true;
  busy.join();
}

}  // namespace
}  // namespace v0
}  // namespace ionoscloud::container_registry
