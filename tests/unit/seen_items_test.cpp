// SPDX-License-Identifier: Apache-2.0
#include "api/seen_items.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <cstdio>
#include <ctime>
#include <limits>
#include <new>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "support/allocations.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

/// Notes one item. Returns whether it is new.
bool note(SeenItems& seen, ItemKey key, std::int64_t place = 0) {
  return seen.note({{std::move(key), place}}).front();
}

std::string numbered_uuid(int number) {
  char text[37];
  std::snprintf(text, sizeof text, "c51cfa5d-27b8-4d0c-8e11-%012x", static_cast<unsigned>(number));
  return text;
}

const char* const uuid = "c51cfa5d-27b8-4d0c-8e11-0123456789ab";

TEST(SeenItems, TakesAnIdOnce) {
  SeenItems seen;

  EXPECT_TRUE(note(seen, ItemKey::of_id(uuid)));
  EXPECT_FALSE(note(seen, ItemKey::of_id(uuid)));
  EXPECT_EQ(seen.size(), 1U);
}

TEST(SeenItems, KnowsEachOfManyIds) {
  constexpr int many = 10'000;
  SeenItems seen;
  for (int i = 0; i < many; ++i) note(seen, ItemKey::of_id(numbered_uuid(i)));

  int known = 0;
  for (int i = 0; i < many; ++i) known += note(seen, ItemKey::of_id(numbered_uuid(i))) ? 0 : 1;

  EXPECT_EQ(known, many);
  EXPECT_EQ(seen.size(), static_cast<std::size_t>(many));
}

class SeenItemsExpected : public testing::TestWithParam<std::int64_t> {};

TEST_P(SeenItemsExpected, KnowsEachOfManyIdsWhateverTheServiceSays) {
  constexpr int many = 1000;
  SeenItems seen;
  seen.expect(many / 2);
  for (int i = 0; i < many; ++i) note(seen, ItemKey::of_id(numbered_uuid(i)));

  seen.expect(GetParam());

  int known = 0;
  for (int i = 0; i < many; ++i) known += note(seen, ItemKey::of_id(numbered_uuid(i))) ? 0 : 1;
  EXPECT_EQ(known, many);
}

INSTANTIATE_TEST_SUITE_P(Totals, SeenItemsExpected,
                         testing::Values(std::numeric_limits<std::int64_t>::min(), -1, 0, 10, 5000,
                                         std::numeric_limits<std::int64_t>::max()));

TEST(SeenItems, TellsIdsApartThatDifferInOneCharacter) {
  const std::string form = uuid;
  SeenItems seen;
  note(seen, ItemKey::of_id(form));

  for (std::size_t i = 0; i < form.size(); ++i) {
    std::string other = form;
    other[i] = other[i] == 'e' ? 'f' : 'e';
    EXPECT_TRUE(note(seen, ItemKey::of_id(other))) << other;
  }
}

TEST(SeenItems, KnowsAUuidInAnyCaseAndNoOtherId) {
  SeenItems seen;
  note(seen, ItemKey::of_id(uuid));
  note(seen, ItemKey::of_id("one"));

  EXPECT_FALSE(note(seen, ItemKey::of_id("C51CFA5D-27B8-4D0C-8E11-0123456789AB")));
  EXPECT_TRUE(note(seen, ItemKey::of_id("ONE")));
}

TEST(SeenItems, KnowsAnItemAtItsLastPlaceAlone) {
  for (const ItemKey& key : {ItemKey::of_id(uuid), ItemKey::of_id("7"), ItemKey::of_name("ci")}) {
    SeenItems seen;
    EXPECT_FALSE(seen.knows(ItemMark{key, 1}));
    note(seen, key, 1);
    EXPECT_TRUE(seen.knows(ItemMark{key, 1}));
    EXPECT_FALSE(seen.knows(ItemMark{key, 2}));

    EXPECT_FALSE(note(seen, key, 2));

    EXPECT_TRUE(seen.knows(ItemMark{key, 2}));
    EXPECT_TRUE(seen.knows(key));
  }
}

TEST(SeenItems, TellsPlacesApartThatAreASecondOrMoreFromEachOther) {
  SeenItems seen;
  const ItemKey key = ItemKey::of_id(uuid);
  note(seen, key, 1'790'000'000'000'000);

  for (std::int64_t seconds = 1; seconds < 10'000; ++seconds) {
    EXPECT_FALSE(seen.knows(ItemMark{key, 1'790'000'000'000'000 + seconds * 1'000'000}));
  }
}

TEST(SeenItems, NotesWhatIsTwiceOnAPageOnce) {
  SeenItems seen;
  const ItemMark a{ItemKey::of_id(uuid), 0};
  const ItemMark b{ItemKey::of_id("b"), 0};

  EXPECT_EQ(seen.note({a, b, a, b}), (std::vector<bool>{true, true, false, false}));
  EXPECT_EQ(seen.size(), 2U);
}

TEST(SeenItems, TakesIdsOfAnyForm) {
  for (const char* id : {"7", "00000000-0000-0000-0000-000000000000", "not a UUID"}) {
    SeenItems seen;

    EXPECT_TRUE(note(seen, ItemKey::of_id(id))) << id;
    EXPECT_FALSE(note(seen, ItemKey::of_id(id))) << id;
    EXPECT_EQ(seen.size(), 1U) << id;
  }
}

TEST(SeenItems, GoesByTheNameWhereThereIsNoId) {
  SeenItems seen;

  EXPECT_TRUE(note(seen, ItemKey::of_name("ci-pull")));
  EXPECT_TRUE(note(seen, ItemKey::of_name("ci-push")));
  EXPECT_FALSE(note(seen, ItemKey::of_name("ci-pull")));
}

TEST(SeenItems, TakesNoIdForAName) {
  SeenItems seen;
  note(seen, ItemKey::of_name("ci-pull"));

  EXPECT_TRUE(note(seen, ItemKey::of_id("ci-pull")));
  EXPECT_TRUE(note(seen, ItemKey::of_id("name ci-pull")));
}

/// A UUID that goes where a known multiplication puts all of them, whatever `high` is.
std::string colliding_uuid(std::uint64_t high) {
  constexpr std::uint64_t a = 0x9E3779B97F4A7C15, b = 0xC2B2AE3D27D4EB4F, hash = 0x123456789ABCDEF1;
  std::uint64_t inverse = b;
  for (int i = 0; i < 6; ++i) inverse *= 2 - b * inverse;
  const std::uint64_t low = (hash ^ high * a) * inverse;
  char text[37];
  std::snprintf(text, sizeof text, "%08llx-%04llx-%04llx-%04llx-%012llx",
                static_cast<unsigned long long>(high >> 32),
                static_cast<unsigned long long>(high >> 16 & 0xFFFF),
                static_cast<unsigned long long>(high & 0xFFFF),
                static_cast<unsigned long long>(low >> 48),
                static_cast<unsigned long long>(low & 0xFFFFFFFFFFFF));
  return text;
}

/// The processor time that it takes to note these.
double time_to_note(const std::vector<ItemMark>& items) {
  SeenItems seen;
  const std::clock_t begun = std::clock();
  seen.note(items);
  return static_cast<double>(std::clock() - begun) / CLOCKS_PER_SEC;
}

TEST(SeenItems, TakesNotMuchLongerForIdsThatWereChosenToBeInEachOthersWay) {
  std::mt19937_64 random(1);
  std::vector<ItemMark> usual, chosen;
  for (int i = 0; i < 20'000; ++i) {
    usual.push_back({ItemKey::of_id(numbered_uuid(i)), 0});
    chosen.push_back({ItemKey::of_id(colliding_uuid(random())), 0});
  }

  EXPECT_LT(time_to_note(chosen), 10 * time_to_note(usual) + 0.02);
}

// A part of a page that is noted would be missing when the page is asked for again.
TEST(SeenItems, NotesAWholePageOrNothing) {
  std::vector<ItemMark> page;
  for (int i = 0; i < 300; ++i) {
    page.push_back({i % 2 == 0
                        ? ItemKey::of_id(numbered_uuid(i))
                        : ItemKey::of_id("id-that-is-too-long-for-itself-" + std::to_string(i)),
                    0});
  }
  for (int successes = 0;; ++successes) {
    SeenItems seen;
    bool failed = false;
    {
      const FailingAllocation failing(successes);
      try {
        seen.note(page);
      } catch (const std::bad_alloc&) {
      }
      failed = failing.has_failed();
    }
    if (!failed) break;
    EXPECT_EQ(seen.size(), 0U) << successes;
  }
}

}  // namespace
}  // namespace v0
}  // namespace ionoscloud::container_registry
