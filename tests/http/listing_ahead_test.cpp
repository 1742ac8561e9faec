// SPDX-License-Identifier: Apache-2.0
// Lists whose next pages are asked for while the one before them is read.
#include <gtest/gtest.h>

#include <algorithm>
#include <future>
#include <string>
#include <thread>
#include <vector>

#include <ionoscloud/container_registry.hpp>
#include <ionoscloud/container_registry/async.hpp>
#include <ionoscloud/container_registry/testing/stub_server.hpp>

#include "support/caught.hpp"
#include "support/no_files_left.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

using testing::StubServer;

/// Ten pages of ten tokens.
class ListingAhead : public ::testing::Test {
 protected:
  ListingAhead() { stub_.add_tokens(registry_, 100); }

  static Configuration configuration(const StubServer& stub) {
    Configuration configuration;
    configuration.host = stub.url();
    configuration.token = "stub-token";
    configuration.retry = RetryPolicy::none();
    return configuration;
  }

  TokenRange list(int pages_ahead) const {
    ListOptions list;
    list.page_size = 10;
    list.prefetch_pages = pages_ahead;
    return tokens_.registries_tokens_get_all(registry_, list);
  }

  void wait_for_requests(std::size_t count) const {
    while (stub_.request_count() < count) std::this_thread::yield();
  }

  static std::vector<TokenId> ids_of(TokenRange tokens) {
    std::vector<TokenId> ids;
    for (const TokenResponse& token : tokens) ids.push_back(token.id.value());
    return ids;
  }

  StubServer stub_;
  const RegistryId registry_ = StubServer::registry();
  const TokensApi tokens_{ApiClient(configuration(stub_))};
};

TEST_F(ListingAhead, GivesTheSameTokensInTheSameOrder) {
  const std::vector<TokenId> one_by_one = ids_of(list(0));

  EXPECT_EQ(one_by_one.size(), 100U);
  for (const int pages_ahead : {1, 4, 64}) EXPECT_EQ(ids_of(list(pages_ahead)), one_by_one);
}

TEST_F(ListingAhead, AsksForNoPageTwice) {
  EXPECT_EQ(ids_of(list(4)).size(), 100U);

  // Six pages overlap the one before. A full one may be followed by another, whatever the total
  // says.
  EXPECT_EQ(stub_.request_count(), 8U);
}

TEST_F(ListingAhead, AsksForAsManyPagesAsItIsToldAndNoMore) {
  TokenRange range = list(3);
  const auto first = range.begin();
  EXPECT_TRUE(first->id);

  wait_for_requests(4);

  EXPECT_EQ(stub_.request_count(), 4U);
}

TEST_F(ListingAhead, OfNoPagesAsksForEachInItsTurn) {
  TokenRange range = list(0);
  EXPECT_EQ(range.next_page()->size(), 10U);

  EXPECT_EQ(stub_.request_count(), 1U);
}

TEST_F(ListingAhead, DoesNotAskBeyondTheTotal) {
  ListOptions whole;
  whole.page_size = 200;
  whole.prefetch_pages = 4;
  TokenRange range = tokens_.registries_tokens_get_all(registry_, whole);

  EXPECT_EQ(range.next_page()->size(), 100U);
  EXPECT_FALSE(range.next_page());

  EXPECT_EQ(stub_.request_count(), 1U);
}

// The event loop can't begin without a descriptor. The connection that there is does for all pages.
TEST_F(ListingAhead, IsDoneWithoutWhereNoDescriptorIsLeft) {
  EXPECT_EQ(tokens_.registries_tokens_get(registry_, 0, 1).items.size(), 1U);
  const NoFilesLeft none;

  EXPECT_EQ(ids_of(list(4)).size(), 100U);
}

TEST_F(ListingAhead, EndsWithTheRange) {
  stub_.delay_responses(5, std::chrono::milliseconds(0));
  {
    TokenRange range = list(4);
    EXPECT_EQ(range.next_page()->size(), 10U);
    stub_.delay_responses(4, std::chrono::hours(1));
  }

  EXPECT_EQ(tokens_.registries_tokens_get(registry_, 0, 1).items.size(), 1U);
}

TEST_F(ListingAhead, ReportsAFailureWhenItsPageIsDueAndAsksAgain) {
  TokenRange range = list(1);
  stub_.delay_responses(1, std::chrono::milliseconds(0));
  stub_.fail_next(1, 500);
  EXPECT_EQ(range.next_page()->size(), 10U);

  EXPECT_EQ(caught<ServiceException>([&] { static_cast<void>(range.next_page()); }).status(), 500);

  EXPECT_EQ(ids_of(std::move(range)).size(), 90U);
}

TEST_F(ListingAhead, MissesNothingWhenTokensAreDeletedAsTheyAreRead) {
  std::size_t read = 0;
  for (const TokenResponse& token : list(4)) {
    tokens_.registries_tokens_delete(registry_, token.id.value());
    ++read;
  }

  EXPECT_EQ(read, 100U);
}

// Pages that were asked for before the change are thrown away, or continue what was read.
TEST_F(ListingAhead, MissesNothingWhenTokensAreReplacedMeanwhile) {
  for (const int pages_ahead : {0, 1, 4}) {
    std::vector<TokenId> before = ids_of(list(0));
    std::vector<TokenId> read;
    for (const TokenResponse& token : list(pages_ahead)) {
      if (read.size() % 10 == 9) {
        stub_.add_tokens(registry_, 1);
        tokens_.registries_tokens_delete(registry_, read[read.size() - 5]);
      }
      read.push_back(token.id.value());
    }

    std::sort(before.begin(), before.end());
    std::sort(read.begin(), read.end());
    EXPECT_TRUE(std::includes(read.begin(), read.end(), before.begin(), before.end()));
  }
}

TEST_F(ListingAhead, GoesOnInACallbackWithoutAskingAhead) {
  const ApiClient client(configuration(stub_));
  ListOptions tens;
  tens.page_size = 10;
  TokenRange range = TokensApi(client).registries_tokens_get_all(registry_, tens);
  EXPECT_EQ(range.next_page()->size(), 10U);
  std::promise<std::size_t> read;

  AsyncTokensApi(client).registries_tokens_get(registry_).then(
      [&](Pending<TokensResponse>) { read.set_value(ids_of(std::move(range)).size()); });

  EXPECT_EQ(read.get_future().get(), 90U);
}

TEST_F(ListingAhead, IsRefusedForANumberThatMakesNoSense) {
  EXPECT_THROW(static_cast<void>(list(-1)), InvalidArgumentException);
  EXPECT_THROW(static_cast<void>(list(65)), InvalidArgumentException);
}

}  // namespace
}  // namespace v0
}  // namespace ionoscloud::container_registry
