// SPDX-License-Identifier: Apache-2.0
// Calls in the hands of an event loop whose last handle is let go.
#include <gtest/gtest.h>

#include <ionoscloud/container_registry/observer.hpp>

#include <atomic>
#include <functional>
#include <future>
#include <memory>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

#include "faults/event_loop_calls.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

TEST_F(EventLoopCalls, EndWithTheClientAndAreNotHeardOfAfterwards) {
  RawServer server(respond_nothing);
  std::optional<AsyncTokensApi> tokens = two_at_once(server);
  int cancelled = 0;
  for (PendingToken& pending : begin(*tokens, 5)) {
    pending.then([&](PendingToken over) {
      if (end_of(std::move(over)).what == "Cancelled") ++cancelled;
    });
  }
  server.wait_for_requests(2);

  tokens.reset();

  EXPECT_EQ(cancelled, 5);
}

TEST_F(EventLoopCalls, SurviveTheirClientAsEnds) {
  RawServer server(respond_nothing);
  std::optional<AsyncTokensApi> tokens = two_at_once(server);
  PendingToken pending = tokens->registries_tokens_find_by_id("reg", "tok");
  server.wait_for_requests(1);

  tokens.reset();

  EXPECT_EQ(end_of(std::move(pending)), (Outcome{"Cancelled", Execution::unknown, 1}));
}

TEST_F(EventLoopCalls, MayLetTheLastHandleGoInACallback) {
  HeldBack held_back;
  RawServer server(std::vector<RawServer::Script>{std::ref(held_back), respond_nothing});
  std::optional<AsyncTokensApi> tokens = two_at_once(server);
  std::promise<bool> others_have_ended;
  int cancelled = 0;
  PendingToken first = tokens->registries_tokens_find_by_id("reg", "tok");
  server.wait_for_requests(1);
  for (PendingToken& pending : begin(*tokens, 3)) {
    pending.then([&](PendingToken over) {
      if (end_of(std::move(over)).what == "Cancelled") ++cancelled;
    });
  }
  first.then([&](PendingToken) {
    tokens.reset();
    others_have_ended.set_value(cancelled == 3);
  });

  held_back.release();

  EXPECT_TRUE(others_have_ended.get_future().get());
}

TEST_F(EventLoopCalls, MayLetTheLastHandleGoInACallbackWhenTheNextAreOverToo) {
  HeldBack first_held_back;
  std::promise<void> release;
  const std::shared_future<void> released = release.get_future().share();
  std::atomic<int> responded{0};
  const auto response = [&](RawConnection& client) {
    const auto request = client.read_request();
    released.wait();
    client.send(healthy_response(*request));
    ++responded;
    client.wait_for_close();
  };
  RawServer server(
      std::vector<RawServer::Script>{std::ref(first_held_back), response, response, response});
  std::optional<AsyncTokensApi> tokens{ApiClient(configuration_for(server.url()))};
  std::promise<void> all_are_over;
  int succeeded = 0;
  PendingToken first = tokens->registries_tokens_find_by_id("reg", "tok");
  server.wait_for_requests(1);
  std::vector<PendingToken> others = begin(*tokens, 3);
  server.wait_for_requests(4);
  for (PendingToken& pending : others) {
    pending.then([&](PendingToken over) {
      tokens.reset();
      if (end_of(std::move(over)) == success && ++succeeded == 3) all_are_over.set_value();
    });
  }
  first.then([&](PendingToken) {
    // The event loop finds all three at once when this is over.
    release.set_value();
    while (responded < 3) std::this_thread::yield();
  });

  first_held_back.release();

  all_are_over.get_future().get();
  EXPECT_EQ(succeeded, 3);
}

TEST_F(EventLoopCalls, MayLetTheLastHandleGoInAnObserver) {
  struct LettingGo : Observer {
    std::optional<AsyncTokensApi> tokens;
    void on_attempt_finished(const AttemptFinished&) noexcept override { tokens.reset(); }
  };
  HeldBack held_back;
  RawServer server(std::ref(held_back));
  const auto observer = std::make_shared<LettingGo>();
  Configuration configuration = configuration_for(server.url());
  configuration.observer = observer;
  configuration.max_calls_at_once = 1;
  observer->tokens.emplace(ApiClient(configuration));
  std::vector<PendingToken> two = begin(*observer->tokens, 2);

  held_back.release();

  EXPECT_EQ(end_of(std::move(two[0])), success);
  EXPECT_EQ(end_of(std::move(two[1])).what, "Cancelled");
}

}  // namespace
}  // namespace v0
}  // namespace ionoscloud::container_registry
