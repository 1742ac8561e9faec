// SPDX-License-Identifier: Apache-2.0
#include <ionoscloud/container_registry/cancellation.hpp>

#include <gtest/gtest.h>

#include <atomic>
#include <memory>
#include <optional>
#include <thread>
#include <type_traits>
#include <vector>

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

static_assert(!std::is_copy_constructible_v<CancellationRegistration>);
static_assert(!std::is_move_constructible_v<CancellationRegistration>);

class CountingListener final : public CancellationListener {
 public:
  void on_cancel() noexcept override { ++calls; }

  std::atomic<int> calls{0};
};

TEST(CancellationToken, OfNoSourceIsNeverCancelled) {
  const CancellationToken token;

  EXPECT_FALSE(token.is_cancelled());
}

TEST(CancellationToken, IsCancelledWhenItsSourceCancels) {
  CancellationSource source;
  const CancellationToken token = source.token();
  EXPECT_FALSE(token.is_cancelled());

  source.cancel();

  EXPECT_TRUE(token.is_cancelled());
  EXPECT_TRUE(source.is_cancelled());
}

TEST(CancellationToken, MadeAfterwardsIsCancelledToo) {
  CancellationSource source;
  source.cancel();

  EXPECT_TRUE(source.token().is_cancelled());
}

TEST(CancellationToken, OutlivesItsSource) {
  std::optional<CancellationSource> source(std::in_place);
  const CancellationToken token = source->token();
  source->cancel();

  source.reset();

  EXPECT_TRUE(token.is_cancelled());
}

TEST(CancellationSource, CopiesCancelTogether) {
  const CancellationSource original;
  CancellationSource copy = original;

  copy.cancel();

  EXPECT_TRUE(original.is_cancelled());
}

TEST(CancellationSource, LeavesOthersAlone) {
  CancellationSource one;
  const CancellationSource another;

  one.cancel();

  EXPECT_FALSE(another.is_cancelled());
}

TEST(CancellationRegistration, CallsItsListenerWhenCancelled) {
  CancellationSource source;
  CountingListener listener;
  const CancellationRegistration registration(source.token(), listener);
  EXPECT_EQ(listener.calls, 0);

  source.cancel();

  EXPECT_EQ(listener.calls, 1);
}

TEST(CancellationRegistration, CallsItsListenerOnceHoweverOftenItIsCancelled) {
  CancellationSource source;
  CountingListener listener;
  const CancellationRegistration registration(source.token(), listener);

  source.cancel();
  source.cancel();

  EXPECT_EQ(listener.calls, 1);
}

TEST(CancellationRegistration, CallsItsListenerAtOnceWhenCancelledBefore) {
  CancellationSource source;
  source.cancel();
  CountingListener listener;

  const CancellationRegistration registration(source.token(), listener);

  EXPECT_EQ(listener.calls, 1);
}

TEST(CancellationRegistration, CallsNoListenerAfterItsEnd) {
  CancellationSource source;
  CountingListener listener;
  { const CancellationRegistration registration(source.token(), listener); }

  source.cancel();

  EXPECT_EQ(listener.calls, 0);
}

TEST(CancellationRegistration, EndsAfterTheCancellationToo) {
  CancellationSource source;
  CountingListener listener;
  {
    const CancellationRegistration registration(source.token(), listener);
    source.cancel();
  }

  EXPECT_EQ(listener.calls, 1);
}

TEST(CancellationRegistration, OfATokenWithoutSourceDoesNothing) {
  CountingListener listener;

  { const CancellationRegistration registration(CancellationToken(), listener); }

  EXPECT_EQ(listener.calls, 0);
}

TEST(CancellationRegistration, OutlivesTheSource) {
  std::optional<CancellationSource> source(std::in_place);
  CountingListener listener;
  const CancellationRegistration registration(source->token(), listener);

  source.reset();

  EXPECT_EQ(listener.calls, 0);
}

TEST(CancellationRegistration, OfOneListenerTwiceEndsOneAtATime) {
  CancellationSource source;
  CountingListener listener;
  const CancellationRegistration kept(source.token(), listener);
  { const CancellationRegistration ended(source.token(), listener); }

  source.cancel();

  EXPECT_EQ(listener.calls, 1);
}

TEST(CancellationRegistration, CallsEveryListener) {
  CancellationSource source;
  std::vector<CountingListener> listeners(50);
  std::vector<std::unique_ptr<CancellationRegistration>> registrations;
  for (CountingListener& listener : listeners) {
    registrations.push_back(std::make_unique<CancellationRegistration>(source.token(), listener));
  }

  source.cancel();

  for (const CountingListener& listener : listeners) EXPECT_EQ(listener.calls, 1);
}

TEST(CancellationRegistration, CallsTheListenerOnTheThreadThatCancels) {
  class ThreadListener final : public CancellationListener {
   public:
    void on_cancel() noexcept override { thread = std::this_thread::get_id(); }
    std::thread::id thread;
  };
  CancellationSource source;
  ThreadListener listener;
  const CancellationRegistration registration(source.token(), listener);

  std::thread canceller([&] { source.cancel(); });
  const std::thread::id expected = canceller.get_id();
  canceller.join();

  EXPECT_EQ(listener.thread, expected);
}

// After the destructor has returned, the listener may be destroyed: a sanitizer would see a call.
TEST(CancellationRegistration, CallsNoListenerThatIsDestroyed) {
  for (int round = 0; round < 200; ++round) {
    CancellationSource source;
    std::atomic<bool> go{false};
    std::thread canceller([&] {
      while (!go) std::this_thread::yield();
      source.cancel();
    });
    std::thread registrar([&] {
      while (!go) std::this_thread::yield();
      const auto listener = std::make_unique<CountingListener>();
      const CancellationRegistration registration(source.token(), *listener);
    });

    go = true;
    canceller.join();
    registrar.join();

    EXPECT_TRUE(source.is_cancelled());
  }
}

// Each registration either sees the cancellation or is seen by it.
TEST(CancellationRegistration, MissesNoCancellationOnAnotherThread) {
  for (int round = 0; round < 200; ++round) {
    CancellationSource source;
    CountingListener listener;
    std::atomic<bool> go{false};
    std::thread canceller([&] {
      while (!go) std::this_thread::yield();
      source.cancel();
    });

    go = true;
    const CancellationRegistration registration(source.token(), listener);
    canceller.join();

    EXPECT_EQ(listener.calls, 1);
  }
}

}  // namespace
}  // namespace v0
}  // namespace ionoscloud::container_registry
