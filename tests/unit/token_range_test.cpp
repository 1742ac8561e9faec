// SPDX-License-Identifier: Apache-2.0
#include <ionoscloud/container_registry/list_range.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <iterator>
#include <limits>
#include <optional>
#include <string>
#include <type_traits>
#include <vector>

#include <ionoscloud/container_registry/exceptions.hpp>

#include "support/token_range_test.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

static_assert(!std::is_copy_constructible_v<TokenRange>);
static_assert(std::is_nothrow_move_constructible_v<TokenRange>);
static_assert(std::is_nothrow_move_assignable_v<TokenRange>);
static_assert(std::is_same_v<std::iterator_traits<TokenRange::iterator>::iterator_category,
                             std::input_iterator_tag>);

using TokenRangeReading = TokenRangeTest;

TEST_F(TokenRangeReading, SendsNothingUntilItBegins) {
  size = 5;

  const TokenRange range = list();

  EXPECT_TRUE(transport->asked.empty());
}

TEST_F(TokenRangeReading, OfAnEmptyListAsksOnce) {
  EXPECT_EQ(read(list()), Ids{});

  EXPECT_EQ(transport->asked, (std::vector<Asked>{{0, 10}}));
}

TEST_F(TokenRangeReading, EndsOnAShortPage) {
  size = 25;

  EXPECT_EQ(read(list(20)), ids(0, 25));

  EXPECT_EQ(transport->asked, (std::vector<Asked>{{0, 20}, {19, 20}}));
}

// It may have become longer: only a page that isn't full ends it.
TEST_F(TokenRangeReading, AsksOnceMoreBehindAFullPage) {
  size = 20;

  EXPECT_EQ(read(list(20)), ids(0, 20));

  EXPECT_EQ(transport->asked, (std::vector<Asked>{{0, 20}, {19, 20}}));
}

TEST_F(TokenRangeReading, OfAListOfOnePageAsksOnce) {
  size = 99;

  EXPECT_EQ(read(list(100)), ids(0, 99));

  EXPECT_EQ(transport->asked.size(), 1u);
}

TEST_F(TokenRangeReading, OverlapsWithoutManyMoreRequests) {
  size = 2'500;

  static_cast<void>(read(tokens.registries_tokens_get_all("r")));
  EXPECT_EQ(transport->asked.size(), 26u);

  ListOptions thousand;
  thousand.page_size = 1000;
  transport->asked.clear();
  static_cast<void>(read(tokens.registries_tokens_get_all("r", thousand)));
  EXPECT_EQ(transport->asked.size(), 3u);
}

TEST_F(TokenRangeReading, AsksForAtLeastSixteenAndAtMostAThousandBehindTheFirstPage) {
  size = 20;
  static_cast<void>(read(list(2)));
  EXPECT_EQ(transport->asked, (std::vector<Asked>{{0, 2}, {1, 16}, {16, 16}}));

  size = 2'000;
  ListOptions many;
  many.page_size = std::numeric_limits<std::int64_t>::max();
  transport->asked.clear();
  transport->response = [](const Asked& asked) {
    return page({asked.offset, std::min<std::int64_t>(asked.limit, 1500)}, 2'000);
  };
  EXPECT_EQ(read(tokens.registries_tokens_get_all("r", many)), ids(0, 2'000));
  EXPECT_EQ(transport->asked, (std::vector<Asked>{{0, many.page_size}, {1499, 1000}}));
}

TEST_F(TokenRangeReading, GoesTokenByToken) {
  size = 7;

  EXPECT_EQ(read(list(1)), ids(0, 7));
}

TEST_F(TokenRangeReading, AsksForAHundredAtATimeUnlessToldOtherwise) {
  size = 3;

  EXPECT_EQ(read(tokens.registries_tokens_get_all("r")), ids(0, 3));

  EXPECT_EQ(transport->asked, (std::vector<Asked>{{0, 100}}));
}

TEST_F(TokenRangeReading, ReadsTenThousandTokens) {
  size = 10'000;
  ListOptions hundred_at_a_time;

  const Ids all = read(tokens.registries_tokens_get_all("r", hundred_at_a_time));

  EXPECT_EQ(all, ids(0, 10'000));
}

TEST_F(TokenRangeReading, FetchesNoPageThatIsNotRead) {
  size = 100;

  TokenRange range = list();
  for (const TokenResponse& token : range) {
    if (token.id->text() == "9") break;
  }

  EXPECT_EQ(transport->asked.size(), 1u);
}

TEST_F(TokenRangeReading, GoesOnWhereItWasLeft) {
  size = 25;
  TokenRange range = list();
  for (const TokenResponse& token : range) {
    if (token.id->text() == "11") break;
  }

  EXPECT_EQ(read(range), ids(12, 25));
}

TEST_F(TokenRangeReading, HasNothingMoreAfterItsEnd) {
  size = 5;
  TokenRange range = list();
  static_cast<void>(read(range));

  EXPECT_EQ(read(range), Ids{});
  EXPECT_EQ(range.next_page(), std::nullopt);
  EXPECT_EQ(transport->asked.size(), 1u);
}

TEST_F(TokenRangeReading, ServesAlgorithms) {
  size = 25;
  TokenRange range = list();

  const auto found = std::find_if(range.begin(), range.end(), [](const TokenResponse& token) {
    return token.properties.name == "token-14";
  });

  ASSERT_TRUE(found != range.end());
  EXPECT_EQ(found->id->text(), "14");
}

TEST_F(TokenRangeReading, FillsAVector) {
  size = 25;
  TokenRange range = list();

  const std::vector<TokenResponse> all(range.begin(), range.end());

  ASSERT_EQ(all.size(), 25u);
  EXPECT_EQ(all.back().id->text(), "24");
}

TEST_F(TokenRangeReading, GivesPagesToo) {
  size = 45;
  TokenRange range = list(20);

  EXPECT_EQ(range.next_page()->size(), 20u);
  EXPECT_EQ(range.next_page()->size(), 19u);
  const auto last = range.next_page();
  ASSERT_TRUE(last.has_value());
  EXPECT_EQ(last->size(), 6u);
  EXPECT_EQ(last->front().id->text(), "39");
  EXPECT_EQ(range.next_page(), std::nullopt);
}

TEST_F(TokenRangeReading, GivesNoPageOfAnEmptyList) {
  TokenRange range = list();

  EXPECT_EQ(range.next_page(), std::nullopt);
  EXPECT_EQ(range.next_page(), std::nullopt);
}

TEST_F(TokenRangeReading, BeginsBehindAPageThatWasTaken) {
  size = 25;
  TokenRange range = list();

  static_cast<void>(range.next_page());

  EXPECT_EQ(read(range), ids(10, 25));
}

// Nothing of a page that was begun is lost.
TEST_F(TokenRangeReading, GivesTheRestOfAPageThatWasBegun) {
  size = 15;
  TokenRange range = list();
  auto token = range.begin();
  ++token;
  ++token;

  const auto rest = range.next_page();

  ASSERT_TRUE(rest.has_value());
  EXPECT_EQ(rest->size(), 7u);
  EXPECT_EQ(rest->front().id->text(), "3");
  EXPECT_EQ(range.next_page()->front().id->text(), "10");
}

TEST_F(TokenRangeReading, GoesOnAfterAMove) {
  size = 25;
  TokenRange source = list();
  auto token = source.begin();
  for (int i = 0; i < 4; ++i) ++token;

  TokenRange target = std::move(source);

  EXPECT_EQ(token->id->text(), "4");
  ++token;
  EXPECT_EQ(token->id->text(), "5");
  EXPECT_EQ(read(target), ids(6, 25));
}

TEST_F(TokenRangeReading, TakesTheStateOfARangeThatIsMoveAssigned) {
  size = 25;
  TokenRange target = list();
  static_cast<void>(target.begin());

  target = list(20);

  EXPECT_EQ(read(target), ids(0, 25));
}

TEST_F(TokenRangeReading, OutlivesTheHandleThatMadeIt) {
  size = 15;
  std::optional<TokensApi> handle = tokens;
  TokenRange range = handle->registries_tokens_get_all("r");

  handle.reset();

  EXPECT_EQ(read(range), ids(0, 15));
}

TEST_F(TokenRangeReading, KeepsToItsDeadlineOnEveryPage) {
  size = 25;
  CallOptions options;
  options.deadline = std::chrono::steady_clock::now() - std::chrono::seconds(1);

  EXPECT_THROW(read(list(10, options)), TimeoutException);
  EXPECT_TRUE(transport->asked.empty());
}

TEST_F(TokenRangeReading, CanBeCancelledBetweenPages) {
  size = 25;
  CancellationSource source;
  CallOptions options;
  options.cancellation = source.token();
  TokenRange range = list(10, options);
  static_cast<void>(range.next_page());

  source.cancel();

  EXPECT_THROW(static_cast<void>(range.next_page()), CancelledException);
}

TEST_F(TokenRangeTest, CountsItsTimeoutOnceForAllPages) {
  size = 250;
  CallOptions options;
  // Shorter than the limit of an attempt, which each page would have otherwise.
  options.timeout = std::chrono::seconds(20);

  for (const TokenResponse& token : tokens.registries_tokens_get_all("r", {}, options)) {
    ASSERT_TRUE(token.id);
  }

  ASSERT_GE(transport->deadlines.size(), 3u);
  for (const auto& deadline : transport->deadlines) {
    EXPECT_EQ(deadline, transport->deadlines.front());
  }
}

TEST_F(TokenRangeTest, TakesNoTimeoutThatIsNotLongerThanNothing) {
  CallOptions options;
  options.timeout = std::chrono::milliseconds(0);

  EXPECT_THROW(static_cast<void>(tokens.registries_tokens_get_all("r", {}, options)),
               InvalidArgumentException);
}

}  // namespace
}  // namespace v0
}  // namespace ionoscloud::container_registry
