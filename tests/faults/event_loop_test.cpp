// SPDX-License-Identifier: Apache-2.0
// Calls in the hands of an event loop that are ended, or must wait.
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <functional>
#include <future>
#include <new>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "faults/event_loop_calls.hpp"
#include "support/allocations.hpp"
#include "support/no_files_left.hpp"
#include "support/responses.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

using std::chrono::milliseconds;

TEST_F(EventLoopCalls, BeyondTheBoundWaitForTheirTurn) {
  HeldBack held_back;
  RawServer server(std::ref(held_back));
  const AsyncTokensApi tokens = two_at_once(server);
  std::vector<PendingToken> all = begin(tokens, 5);
  server.wait_for_requests(2);
  EXPECT_EQ(server.connections(), 2U);

  held_back.release();

  for (PendingToken& pending : all) EXPECT_EQ(end_of(std::move(pending)), success);
  EXPECT_EQ(server.connections(), 2U);
}

/// Both ends of all connections are this process's. Returns whether it may have so many files.
bool can_have_files(rlim_t count) {
  rlimit limit{};
  if (getrlimit(RLIMIT_NOFILE, &limit) != 0 || limit.rlim_max < count) return false;
  limit.rlim_cur = std::max(limit.rlim_cur, count);
  return setrlimit(RLIMIT_NOFILE, &limit) == 0;
}

TEST_F(EventLoopCalls, CanBeginWhenThereAreFilesAgain) {
  // Nobody listens there: a server of this process would need files too.
  const AsyncTokensApi tokens{ApiClient(configuration_for("http://127.0.0.1:1"))};
  {
    const NoFilesLeft none;
    EXPECT_EQ(end_of(tokens.registries_tokens_find_by_id("reg", "tok")),
              (Outcome{"Transport(connect)", Execution::none, 0}));
  }

  const Outcome refused{"Transport(connect)", Execution::none, 3};
  EXPECT_EQ(end_of(tokens.registries_tokens_find_by_id("reg", "tok")), refused);
}

TEST_F(EventLoopCalls, MayBeUnderWayByTheThousand) {
  if (!can_have_files(4096)) GTEST_SKIP() << "this process may have too few open files";
  HeldBack held_back;
  RawServer server(std::ref(held_back));
  // The server has a thread for each, whose stacks fill the addresses of 32 bits.
  constexpr int many = sizeof(void*) < 8 ? 250 : 1000;
  Configuration configuration = configuration_for(server.url());
  configuration.max_calls_at_once = many;
  const AsyncTokensApi tokens{ApiClient(configuration)};
  std::vector<PendingToken> all = begin(tokens, many);
  server.wait_for_requests(many);

  held_back.release();

  for (PendingToken& pending : all) EXPECT_EQ(end_of(std::move(pending)), success);
}

TEST_F(EventLoopCalls, ThatWaitForTheirTurnEndAtTheirDeadline) {
  RawServer server(respond_nothing);
  const AsyncTokensApi tokens = two_at_once(server);
  const std::vector<PendingToken> first = begin(tokens, 2);
  server.wait_for_requests(2);
  CallOptions options;
  options.deadline = std::chrono::steady_clock::now() + milliseconds(50);

  const Outcome outcome = end_of(tokens.registries_tokens_find_by_id("reg", "tok", options));

  EXPECT_EQ(outcome, (Outcome{"Timeout(call)", Execution::none, 0}));
}

TEST_F(EventLoopCalls, ThatWaitForTheirTurnCanBeCancelled) {
  RawServer server(respond_nothing);
  const AsyncTokensApi tokens = two_at_once(server);
  const std::vector<PendingToken> first = begin(tokens, 2);
  server.wait_for_requests(2);
  PendingToken queued = tokens.registries_tokens_find_by_id("reg", "tok");

  queued.cancel();

  EXPECT_EQ(end_of(std::move(queued)), (Outcome{"Cancelled", Execution::none, 0}));
}

TEST_F(EventLoopCalls, EndWhenTheyAreCancelledAndLeaveTheOthersAlone) {
  HeldBack held_back;
  RawServer server(std::ref(held_back));
  const AsyncTokensApi tokens{ApiClient(configuration_for(server.url()))};
  std::vector<PendingToken> all = begin(tokens, 3);
  server.wait_for_requests(3);

  all[1].cancel();

  EXPECT_EQ(end_of(std::move(all[1])), (Outcome{"Cancelled", Execution::unknown, 1}));
  held_back.release();
  EXPECT_EQ(end_of(std::move(all[0])), success);
  EXPECT_EQ(end_of(std::move(all[2])), success);
}

TEST_F(EventLoopCalls, EndByOneCancellationOfAllOfThem) {
  RawServer server(respond_nothing);
  const AsyncTokensApi tokens{ApiClient(configuration_for(server.url()))};
  CancellationSource source;
  CallOptions options;
  options.cancellation = source.token();
  std::vector<PendingToken> all = begin(tokens, 100, options);
  server.wait_for_requests(100);

  source.cancel();

  for (PendingToken& pending : all) EXPECT_EQ(end_of(std::move(pending)).what, "Cancelled");
}

TEST_F(EventLoopCalls, AreNotSpoiltByWantOfMemoryAnywhere) {
  const RawServer server(serve);
  const AsyncTokensApi tokens{ApiClient(configuration_for(server.url()))};
  bool failed = true;
  for (int successes = 0; failed; ++successes) {
    std::optional<FailingAllocation> failing;
    std::vector<PendingToken> two;
    on_event_loop(tokens, [&] {
      two = begin(tokens, 2);
      two[1].cancel();
      failing.emplace(successes);
    });

    for (PendingToken& pending : two) {
      try {
        static_cast<void>(pending.get());
      } catch (const CancelledException&) {
      } catch (const std::bad_alloc&) {
      }
    }

    on_event_loop(tokens, [&] {
      failed = failing->has_failed();
      failing.reset();
    });
    EXPECT_EQ(end_of(tokens.registries_tokens_find_by_id("reg", "tok")), success) << successes;
  }
}

TEST_F(EventLoopCalls, StayWithTheParentOfAFork) {
#if defined(__SANITIZE_THREAD__)
  GTEST_SKIP()
      << "ThreadSanitizer lets no process begin threads that was forked from one with them";
#endif
  const RawServer server(serve);
  std::optional<AsyncTokensApi> tokens{ApiClient(configuration_for(server.url()))};
  ASSERT_EQ(end_of(tokens->registries_tokens_find_by_id("reg", "tok")), success);

  const pid_t child = fork();
  if (child == 0) {
    const bool well = end_of(tokens->registries_tokens_find_by_id("reg", "tok")) == success;
    tokens.reset();
    _exit(well ? 0 : 1);
  }
  int status = -1;
  waitpid(child, &status, 0);

  EXPECT_EQ(status, 0);
  EXPECT_EQ(end_of(tokens->registries_tokens_find_by_id("reg", "tok")), success);
  EXPECT_EQ(server.connections(), 2U);
}

/// A list of three pages, by 16.
void serve_three_pages(RawConnection& client) {
  while (const auto request = client.read_request()) {
    const int offset = std::stoi(request->substr(request->find("offset=") + 7));
    auto items = nlohmann::json::array();
    for (int i = offset; i < std::min(offset + 16, 40); ++i) {
      items.push_back(token_json("tok" + std::to_string(i), "ci-pull"));
    }
    client.send(raw_response(200, page_json(items, offset, 16, 40).dump()));
  }
}

TEST_F(EventLoopCalls, StayWithTheParentOfAForkThatReadsAList) {
#if defined(__SANITIZE_THREAD__)
  GTEST_SKIP()
      << "ThreadSanitizer lets no process begin threads that was forked from one with them";
#endif
  const RawServer server(serve_three_pages);
  const ApiClient client(configuration_for(server.url()));
  std::promise<void> is_busy;
  std::promise<void> has_forked;
  AsyncTokensApi(client).registries_tokens_get("reg").then([&](Pending<TokensResponse>) {
    is_busy.set_value();
    has_forked.get_future().wait();
  });
  is_busy.get_future().wait();
  ListOptions by_sixteen;
  by_sixteen.page_size = 16;
  TokenRange list = TokensApi(client).registries_tokens_get_all("reg", by_sixteen);
  EXPECT_EQ(list.next_page()->size(), 16U);

  const pid_t child = fork();
  if (child == 0) {
    alarm(60);
    const bool well = list.next_page() && list.next_page() && !list.next_page();
    _exit(well ? 0 : 1);
  }
  int status = -1;
  waitpid(child, &status, 0);
  has_forked.set_value();

  EXPECT_EQ(status, 0);
  EXPECT_TRUE(list.next_page() && list.next_page() && !list.next_page());
}

}  // namespace
}  // namespace v0
}  // namespace ionoscloud::container_registry
