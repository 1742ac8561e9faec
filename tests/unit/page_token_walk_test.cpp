// SPDX-License-Identifier: Apache-2.0
#include "api/page_token_walk.hpp"

#include <string>
#include <vector>

#include <gmock/gmock.h>

#include <ionoscloud/container_registry/exceptions.hpp>

#include "api/operations.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

using ::testing::ElementsAre;

class PageTokenWalkTest : public ::testing::Test {
 protected:
  static std::vector<ItemMark> items(const std::vector<std::string>& ids) {
    std::vector<ItemMark> marks;
    for (const std::string& id : ids) marks.push_back({ItemKey::of_id(id), 0});
    return marks;
  }

  /// Gives the page that is asked for: its items, and the token of the next.
  std::vector<bool> give(const std::vector<std::string>& ids, const std::string& next_token,
                         bool has_next_link = false) {
    return walk_.accept(walk_.next(), {next_token, 2, has_next_link}, items(ids));
  }

  /// Where the walk ends when it asks for the next page, and why.
  std::string end_of_walk() {
    try {
      (void)walk_.next();
    } catch (const DecodeException& error) {
      return error.path() + ": " + error.what();
    }
    return "";
  }

  PageTokenWalk walk_{operations::registries_tokens_get, ListOptions{}};
};

TEST_F(PageTokenWalkTest, AsksForEachPageByTheTokenOfTheOneBefore) {
  EXPECT_EQ(walk_.next().token, "");
  EXPECT_THAT(give({"a", "b"}, "first"), ElementsAre(true, true));
  EXPECT_EQ(walk_.next().token, "first");
  EXPECT_THAT(give({"c"}, "second"), ElementsAre(true));
  EXPECT_EQ(walk_.next().token, "second");
}

TEST_F(PageTokenWalkTest, EndsWithThePageThatHasNoToken) {
  give({"a", "b"}, "first");
  EXPECT_FALSE(walk_.has_ended());
  give({"c"}, "");
  EXPECT_TRUE(walk_.has_ended());
}

TEST_F(PageTokenWalkTest, GoesOnBehindAnEmptyPageThatHasAToken) {
  give({}, "first");
  EXPECT_FALSE(walk_.has_ended());
}

TEST_F(PageTokenWalkTest, PassesNoItemTwice) {
  give({"a", "b"}, "first");
  EXPECT_THAT(give({"b", "c"}, "second"), ElementsAre(false, true));
}

TEST_F(PageTokenWalkTest, TakesUuidsThatDifferInCaseForOne) {
  give({"c51cfa5d-27b8-4d0c-8e11-01234567890a"}, "first");
  EXPECT_THAT(give({"C51CFA5D-27B8-4D0C-8E11-01234567890A"}, "second"), ElementsAre(false));
}

TEST_F(PageTokenWalkTest, ThrowsAtATokenThatWasGivenBeforeButPassesTheItemsOfItsPage) {
  give({"a"}, "first");
  give({"b"}, "second");
  EXPECT_THAT(give({"c"}, "first"), ElementsAre(true));
  EXPECT_THAT(
      end_of_walk(),
      ::testing::HasSubstr(
          "$.pagination.token: registries_tokens_get: is that of a page that has been read"));
}

TEST_F(PageTokenWalkTest, ThrowsAtATokenThatLeadsToItsOwnPage) {
  give({"a"}, "first");
  give({"b"}, "first");
  EXPECT_NE(end_of_walk(), "");
}

TEST_F(PageTokenWalkTest, AsksForThePageAgainThatHadNoGoodToken) {
  give({"a"}, "first");
  give({"b"}, "first");
  EXPECT_NE(end_of_walk(), "");
  EXPECT_EQ(walk_.next().token, "first");
  EXPECT_THAT(give({"b", "c"}, ""), ElementsAre(false, true));
  EXPECT_TRUE(walk_.has_ended());
}

TEST_F(PageTokenWalkTest, ThrowsWhenAFullPageHasALinkToTheNextOneAndNoToken) {
  EXPECT_THAT(give({"a", "b"}, "", true), ElementsAre(true, true));
  EXPECT_FALSE(walk_.has_ended());
  EXPECT_THAT(end_of_walk(), ::testing::HasSubstr("$.pagination.token: "));
}

TEST_F(PageTokenWalkTest, EndsWithAShortPageWhateverLinksItHas) {
  give({"a"}, "", true);
  EXPECT_TRUE(walk_.has_ended());
}

TEST_F(PageTokenWalkTest, ThrowsAtTheThirdPageInARowWithNothingNew) {
  give({"a"}, "1");
  give({"a"}, "2");
  give({}, "3");
  EXPECT_THROW(give({"a"}, "4"), DecodeException);
}

TEST_F(PageTokenWalkTest, MayBeUsedOnBehindThePagesWithNothingNew) {
  give({"a"}, "1");
  give({"a"}, "2");
  give({"a"}, "3");
  EXPECT_THROW(give({"a"}, "4"), DecodeException);
  EXPECT_EQ(walk_.next().token, "4");
  EXPECT_THAT(give({"b"}, ""), ElementsAre(true));
}

TEST_F(PageTokenWalkTest, CountsPagesInARowAlone) {
  give({"a"}, "1");
  give({"a"}, "2");
  give({"a"}, "3");
  give({"b"}, "4");
  give({"b"}, "5");
  EXPECT_NO_THROW(give({"b"}, "6"));
}

TEST(PageTokenWalk, TakesNothingOfAPageThatGoesBeyondTheBound) {
  ListOptions list;
  list.max_items = 1;
  PageTokenWalk walk(operations::registries_tokens_get, list);
  const std::vector<ItemMark> two = {{ItemKey::of_id("a"), 0}, {ItemKey::of_id("b"), 0}};
  EXPECT_THROW((void)walk.accept(walk.next(), {"next", 100, false}, two), DecodeException);
  EXPECT_EQ(walk.next().token, "");
  EXPECT_THAT(walk.accept(walk.next(), {"", 100, false}, {two[0]}), ElementsAre(true));
}

TEST(PageTokenWalk, CountsNoItemTwiceTowardsTheBound) {
  ListOptions list;
  list.max_items = 1;
  PageTokenWalk walk(operations::registries_tokens_get, list);
  const std::vector<ItemMark> twice = {{ItemKey::of_id("a"), 0}, {ItemKey::of_id("a"), 0}};
  EXPECT_THAT(walk.accept(walk.next(), {"", 100, false}, twice), ElementsAre(true, false));
}

}  // namespace
}  // namespace v0
}  // namespace ionoscloud::container_registry
