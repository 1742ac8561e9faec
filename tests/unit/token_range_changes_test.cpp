// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "support/token_range_test.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

/// Lists that change while they are read: what is there all the time is read, and nothing twice.
using TokenRangeChanges = TokenRangeTest;

TEST_F(TokenRangeChanges, AListThatShrinksAtItsEndIsReadToTheNewEnd) {
  size = 35;
  TokenRange range = list();
  static_cast<void>(range.next_page());

  size = 15;

  EXPECT_EQ(read(range), ids(10, 15));
}

TEST_F(TokenRangeChanges, AListThatShrinksToLessThanWasReadEnds) {
  size = 35;
  TokenRange range = list();
  static_cast<void>(range.next_page());

  size = 5;

  EXPECT_EQ(read(range), Ids{});
}

TEST_F(TokenRangeChanges, AListThatIsEmptiedMeanwhileEnds) {
  size = 35;
  TokenRange range = list();
  static_cast<void>(range.next_page());

  size = 0;

  EXPECT_EQ(read(range), Ids{});
}

TEST_F(TokenRangeChanges, AListOfWhichAWholePageIsDeletedIsReadWhole) {
  Ids left = ids(0, 35);
  transport->response = [&](const Asked& asked) { return page_of(left, asked); };
  TokenRange range = list();
  static_cast<void>(range.next_page());

  left.erase(left.begin(), left.begin() + 10);

  Ids all = read(range);
  std::sort(all.begin(), all.end());
  EXPECT_EQ(all, ids(10, 35));
}

// What is deleted moves the rest up, past what was asked for already: half of it was missed once.
TEST_F(TokenRangeChanges, AListWhoseTokensAreDeletedAsTheyAreReadIsReadWhole) {
  for (const std::int64_t page_size : {1, 3, 10, 25, 100}) {
    Ids left = ids(0, 25);
    transport->response = [&](const Asked& asked) { return page_of(left, asked); };
    Ids all;

    TokenRange range = list(page_size);
    for (const TokenResponse& token : range) {
      all.push_back(token.id->text());
      left.erase(std::find(left.begin(), left.end(), token.id->text()));
    }

    std::sort(all.begin(), all.end(),
              [](const auto& a, const auto& b) { return std::stoi(a) < std::stoi(b); });
    EXPECT_EQ(all, ids(0, 25)) << page_size;
  }
}

TEST_F(TokenRangeChanges, AListOfWhichEverySecondTokenIsDeletedIsReadWhole) {
  Ids left = ids(0, 100);
  transport->response = [&](const Asked& asked) { return page_of(left, asked); };
  std::set<std::string> all;

  TokenRange range = list();
  for (const TokenResponse& token : range) {
    const std::string id = token.id->text();
    EXPECT_TRUE(all.insert(id).second) << id << " was passed twice";
    if (std::stoi(id) % 2 == 0) left.erase(std::find(left.begin(), left.end(), id));
  }

  EXPECT_EQ(all.size(), 100u);
}

TEST_F(TokenRangeChanges, AListThatGrowsAtItsEndIsReadToTheNewEnd) {
  size = 15;
  TokenRange range = list();
  static_cast<void>(range.next_page());

  size = 25;

  EXPECT_EQ(read(range), ids(10, 25));
}

TEST_F(TokenRangeChanges, AListThatGrowsInFrontPassesNoTokenTwice) {
  transport->response = [](const Asked& asked) {
    // Three new tokens in front, once the first page was read.
    Ids all = asked.offset == 0 ? Ids{} : Ids{"new-1", "new-2", "new-3"};
    const Ids old = ids(0, 25);
    all.insert(all.end(), old.begin(), old.end());
    return page_of(all, asked);
  };

  EXPECT_EQ(read(list()), ids(0, 25));
}

// As many come as go, so that the total stays the same: one that was there all the time was missed
// without a word once.
TEST_F(TokenRangeChanges, AListOfWhichOneTokenIsReplacedBetweenTwoPagesIsReadWhole) {
  Ids left = ids(0, 250);
  transport->response = [&](const Asked& asked) { return page_of(left, asked); };
  TokenRange range = list(100);
  Ids all;
  take_page(range, all);

  left.erase(left.begin());
  left.push_back("its-successor");

  for (const TokenResponse& token : range) all.push_back(token.id->text());
  Ids expected = ids(0, 250);
  expected.push_back("its-successor");
  EXPECT_EQ(all, expected);
}

// Its creation date tells it from its old self, behind which another was read.
TEST_F(TokenRangeChanges, ATokenThatIsCreatedAnewUnderItsOldIdIsNotTakenForItsOldSelf) {
  Ids left = ids(0, 60);
  std::string recreated;
  transport->response = [&](const Asked& asked) {
    nlohmann::json body = nlohmann::json::parse(page_of(left, asked).body);
    for (nlohmann::json& token : body["items"]) {
      if (token["id"] == recreated) token["metadata"]["createdDate"] = "2026-04-01T00:00:00Z";
    }
    return ok(body);
  };
  TokenRange range = list(20);
  Ids all;
  take_page(range, all);

  // Half of what was read goes, and one of it comes again where the next page begins.
  left.erase(left.begin(), left.begin() + 10);
  recreated = "3";
  left.insert(left.begin() + 19, recreated);

  for (const TokenResponse& token : range) all.push_back(token.id->text());
  EXPECT_EQ(all, ids(0, 60));
}

TEST_F(TokenRangeChanges, AnIdInAnotherCaseIsTheSame) {
  const auto uuid = [](std::int64_t number, bool in_capitals) {
    std::string id = "c51cfa5d-27b8-4d0c-8e11-0123456789" + std::to_string(10 + number);
    if (in_capitals) {
      for (char& c : id) c = static_cast<char>(std::toupper(c));
    }
    return id;
  };
  bool in_capitals = false;
  transport->response = [&](const Asked& asked) {
    Ids all;
    for (std::int64_t i = 0; i < 30; ++i) all.push_back(uuid(i, in_capitals));
    in_capitals = true;
    return page_of(all, asked);
  };

  EXPECT_EQ(read(list(20)).size(), 30u);
  EXPECT_EQ(transport->asked.size(), 2u);
}

}  // namespace
}  // namespace v0
}  // namespace ionoscloud::container_registry
