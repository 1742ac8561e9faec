// SPDX-License-Identifier: Apache-2.0
// A process that forks while calls of it are under way.
#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <memory>
#include <stdexcept>
#include <string>
#include <utility>

#include <ionoscloud/container_registry/testing/stub_server.hpp>

#include "faults/tested_operations.hpp"
#include "support/child_process.hpp"
#include "support/raw_server.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

using std::chrono::milliseconds;

/// Whether `act` throws what waiting for the parent's call throws.
template <class Act>
bool is_refused(Act act) {
  try {
    act();
    return false;
  } catch (const std::logic_error& error) {
    return std::string(error.what()) ==
           "the call is one of the process that this one was forked from";
  }
}

TEST(PendingInAFork, ThrowsInsteadOfWaitingForTheParent) {
  RawServer server(respond_nothing);
  const AsyncTokensApi tokens{ApiClient(configuration_for(server.url()))};
  auto pending = tokens.registries_tokens_find_by_id("reg", "tok");
  server.wait_for_requests(1);

  EXPECT_EQ(status_of_child([&] {
              const bool refused =
                  is_refused([&] { (void)pending.wait_for(milliseconds(1)); }) &&
                  is_refused([&] { pending.then([](Pending<TokenResponse>) {}); }) &&
                  is_refused([&] { (void)pending.get(); });
              pending.cancel();
              return refused && pending.valid() && !pending.is_ready();
            }),
            0);
  EXPECT_FALSE(pending.is_ready());
}

TEST(PendingInAFork, CanBeLetGo) {
  RawServer server(respond_nothing);
  const AsyncTokensApi tokens{ApiClient(configuration_for(server.url()))};
  auto pending = tokens.registries_tokens_find_by_id("reg", "tok");
  server.wait_for_requests(1);

  EXPECT_EQ(status_of_child([&] {
              pending = Pending<TokenResponse>();
              return !pending.valid();
            }),
            0);
  EXPECT_FALSE(pending.is_ready());
}

TEST(PendingInAFork, HasTheEndThatWasThereBefore) {
  RawServer server(serve);
  const AsyncTokensApi tokens{ApiClient(configuration_for(server.url()))};
  auto pending = tokens.registries_tokens_find_by_id("reg", "tok");
  ASSERT_TRUE(pending.wait_for(std::chrono::minutes(1)));

  EXPECT_EQ(status_of_child([&] {
              return pending.is_ready() && pending.wait_for(milliseconds(1)) &&
                     pending.get().properties.name == "ci-pull";
            }),
            0);
  EXPECT_EQ(pending.get().properties.name, "ci-pull");
}

// It went on with the parent's calls: a create that waited for its turn was sent by both.
TEST(CallbackThatForks, LeavesTheOtherCallsToTheParent) {
  RawServer server(serve);
  Configuration configuration = configuration_for(server.url());
  configuration.max_calls_at_once = 1;
  const AsyncTokensApi tokens{ApiClient(configuration)};
  std::atomic<pid_t> child{0};
  PostTokenInput input;
  input.properties.name = "ci-pull";

  tokens.registries_tokens_find_by_id("reg", "tok").then([&](Pending<TokenResponse>) {
    const pid_t forked = fork();
    if (forked == 0) alarm(30);
    child = forked;
  });
  auto queued = tokens.registries_tokens_post("reg", input);
  EXPECT_EQ(queued.get().properties.name, "ci-pull");

  int status = -1;
  EXPECT_EQ(waitpid(child, &status, 0), child);
  EXPECT_EQ(status, 0);
  EXPECT_EQ(server.requests().size(), 2U);
}

TEST(StubServerInAFork, CanBeLetGo) {
  auto stub = std::make_unique<testing::StubServer>();

  EXPECT_EQ(status_of_child([&] {
              stub.reset();
              return true;
            }),
            0);
}

}  // namespace
}  // namespace v0
}  // namespace ionoscloud::container_registry
