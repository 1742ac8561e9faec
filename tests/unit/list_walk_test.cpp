// SPDX-License-Identifier: Apache-2.0
#include "api/list_walk.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <limits>
#include <optional>
#include <ostream>
#include <string>
#include <vector>

#include <ionoscloud/container_registry/exceptions.hpp>

#include "api/operations.hpp"
#include "support/caught.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {

void PrintTo(const PageRequest& request, std::ostream* stream) {
  *stream << "offset " << request.offset << ", limit " << request.limit;
}

namespace {

using Requests = std::vector<PageRequest>;

/// A walk by 100 over a list whose items are numbers, all at the same place until a test says
/// otherwise.
class ListWalkTest : public testing::Test {
 protected:
  static ListOptions options(std::int64_t page_size = 100, int prefetch = 0) {
    ListOptions list;
    list.page_size = page_size;
    list.prefetch_pages = prefetch;
    return list;
  }

  /// The items from `first` to below `end`.
  static std::vector<ItemMark> items(std::int64_t first, std::int64_t end) {
    std::vector<ItemMark> items;
    for (; first < end; ++first) items.push_back({ItemKey::of_id(std::to_string(first)), 0});
    return items;
  }

  /// Lets `walk` fetch its next page, which is that of a list of so many items. Returns how many of
  /// it are new.
  static std::int64_t fetch(ListWalk& walk, std::int64_t size) {
    const PageRequest asked = walk.next();
    return accept(walk,
                  items(std::min(asked.offset, size),
                        std::min(size, asked.offset + std::min(asked.limit, size))),
                  size);
  }

  static std::int64_t accept(ListWalk& walk, const std::vector<ItemMark>& page,
                             std::optional<std::int64_t> total) {
    const PageRequest asked = walk.next();
    const std::vector<bool> is_new = walk.accept(asked, {asked.limit, total, false}, page);
    return std::count(is_new.begin(), is_new.end(), true);
  }

  static std::string refusal(ListWalk& walk, const std::vector<ItemMark>& page,
                             std::int64_t total) {
    return caught<DecodeException>([&] { accept(walk, page, total); }).what();
  }

  ListWalk walk_{operations::registries_tokens_get, options()};
};

TEST_F(ListWalkTest, AsksForTheLastItemOnceMore) {
  EXPECT_EQ(walk_.next(), (PageRequest{0, 100}));
  EXPECT_EQ(fetch(walk_, 250), 100);
  EXPECT_EQ(walk_.next(), (PageRequest{99, 100}));
  EXPECT_EQ(fetch(walk_, 250), 99);
  EXPECT_EQ(walk_.next(), (PageRequest{198, 100}));
  EXPECT_EQ(fetch(walk_, 250), 51);
  EXPECT_TRUE(walk_.has_ended());
}

TEST_F(ListWalkTest, ThrowsAwayAPageThatBeginsWithAnUnknownItem) {
  fetch(walk_, 250);

  EXPECT_EQ(accept(walk_, items(100, 200), 250), 0);

  EXPECT_EQ(walk_.next(), (PageRequest{49, 100}));
}

TEST_F(ListWalkTest, GoesBackByAsManyAsAreGone) {
  fetch(walk_, 250);

  accept(walk_, items(130, 230), 220);

  EXPECT_EQ(walk_.next(), (PageRequest{69, 100}));
}

TEST_F(ListWalkTest, GoesBackFurtherEachTimeInARow) {
  for (int page = 0; page < 9; ++page) fetch(walk_, 2000);
  EXPECT_EQ(walk_.next().offset, 891);

  for (const std::int64_t offset : {841, 741, 541, 141, 0}) {
    accept(walk_, items(1900, 2000), 2000);
    EXPECT_EQ(walk_.next().offset, offset);
  }
}

TEST_F(ListWalkTest, TakesAPageThatBeginsWithAnyItemItKnows) {
  fetch(walk_, 250);

  EXPECT_EQ(accept(walk_, items(60, 160), 290), 60);
}

TEST_F(ListWalkTest, TakesNoItemForItsOldSelfAtAnotherPlace) {
  fetch(walk_, 250);
  std::vector<ItemMark> page = items(60, 160);
  page.front().place = 1;

  EXPECT_EQ(accept(walk_, page, 250), 0);
}

TEST_F(ListWalkTest, AsksInMultiplesOfTheLimitWhereTheServiceCountsWholePages) {
  fetch(walk_, 2000);

  // The page that offset 99 is on.
  accept(walk_, items(0, 100), 2000);

  const PageRequest next = walk_.next();
  EXPECT_EQ(next.offset % next.limit, 0);
  EXPECT_LE(next.offset, 99);
  EXPECT_GT(next.offset + next.limit, 100);
}

TEST_F(ListWalkTest, AsksForAllAtOnceWhereTheListBeginsAgain) {
  accept(walk_, items(0, 100), 500);
  accept(walk_, items(0, 100), 500);

  EXPECT_EQ(walk_.next(), (PageRequest{0, 1000}));
  EXPECT_EQ(accept(walk_, items(0, 500), 500), 400);
}

TEST_F(ListWalkTest, GivesUpOnAServiceThatDoesNotPage) {
  accept(walk_, items(0, 100), 5000);
  accept(walk_, items(0, 100), 5000);
  accept(walk_, items(0, 1000), 5000);
  accept(walk_, items(0, 100), 5000);
  accept(walk_, items(0, 1000), 5000);

  const std::string message = refusal(walk_, items(0, 100), 5000);

  EXPECT_NE(message.find("although the total is 5000: the service does not page"), message.npos);
}

TEST_F(ListWalkTest, GivesUpOnAServiceThatSaysThereIsMoreAndGivesNone) {
  ListWalk walk(operations::registries_tokens_get, options(16));
  accept(walk, items(0, 1), 7);

  const std::string message = refusal(walk, items(0, 1), 7);

  EXPECT_NE(message.find("says there is more, and gives none"), message.npos);
}

TEST_F(ListWalkTest, GivesUpOnAListThatChangesFasterThanItIsRead) {
  fetch(walk_, 250);
  for (int page = 0; page < 18; ++page) {
    if (walk_.next().offset == 0) {
      accept(walk_, items(0, 100), 250);
    } else {
      accept(walk_, items(9000, 9100), 250);
    }
  }

  std::string message;
  for (int page = 0; page < 2 && message.empty(); ++page) {
    if (walk_.next().offset == 0) {
      accept(walk_, items(0, 100), 250);
    } else {
      message = refusal(walk_, items(9000, 9100), 250);
    }
  }
  EXPECT_NE(message.find("changes faster than it is read"), message.npos);
}

TEST_F(ListWalkTest, TestsItsBoundBeforeItTakesAnything) {
  ListOptions list = options();
  list.max_items = 150;
  ListWalk walk(operations::registries_tokens_get, list);
  fetch(walk, 250);

  const std::string message = refusal(walk, items(99, 199), 250);
  EXPECT_NE(message.find("longer than list.max_items (150)"), message.npos);

  EXPECT_EQ(accept(walk, items(99, 150), 150), 50);
}

TEST_F(ListWalkTest, CountsRepeatedItemsNotAgainstItsBound) {
  ListOptions list = options();
  list.max_items = 100;
  ListWalk walk(operations::registries_tokens_get, list);
  fetch(walk, 100);

  EXPECT_EQ(fetch(walk, 100), 0);
  EXPECT_TRUE(walk.has_ended());
}

TEST_F(ListWalkTest, ToleratesTotalsAtTheirEnds) {
  for (const std::int64_t total : {std::numeric_limits<std::int64_t>::min(), std::int64_t{0},
                                   std::numeric_limits<std::int64_t>::max()}) {
    ListWalk walk(operations::registries_tokens_get, options());
    accept(walk, items(0, 100), std::numeric_limits<std::int64_t>::max());
    accept(walk, items(500, 600), total);
    accept(walk, items(0, 100), total);
    EXPECT_FALSE(walk.has_ended());
  }
}

TEST_F(ListWalkTest, AsksAheadForWhatItWillWant) {
  ListWalk walk(operations::registries_tokens_get, options(100, 3));
  fetch(walk, 350);

  EXPECT_EQ(walk.ahead(), (Requests{{99, 100}, {198, 100}, {297, 100}}));
  EXPECT_EQ(walk.ahead().front(), walk.next());
}

TEST_F(ListWalkTest, AsksNotAheadBeyondTheTotal) {
  ListWalk walk(operations::registries_tokens_get, options(100, 64));
  fetch(walk, 199);

  EXPECT_EQ(walk.ahead(), (Requests{{99, 100}}));
}

TEST_F(ListWalkTest, AsksNotAheadWithoutATotal) {
  ListWalk walk(operations::registries_tokens_get, options(100, 3));
  accept(walk, items(0, 100), std::nullopt);

  EXPECT_EQ(walk.ahead(), Requests{});
}

TEST_F(ListWalkTest, DropsWhatItAskedAheadWhenAPageBringsNothingAndBeginsSlowlyAgain) {
  ListWalk walk(operations::registries_tokens_get, options(100, 4));
  fetch(walk, 2000);
  accept(walk, items(1000, 1100), 2000);
  EXPECT_EQ(walk.ahead(), Requests{});

  EXPECT_EQ(walk.next(), (PageRequest{49, 100}));
  fetch(walk, 2000);
  EXPECT_EQ(walk.ahead().size(), 1U);
  fetch(walk, 2000);
  EXPECT_EQ(walk.ahead().size(), 3U);
  fetch(walk, 2000);
  EXPECT_EQ(walk.ahead().size(), 4U);
}

}  // namespace
}  // namespace v0
}  // namespace ionoscloud::container_registry
