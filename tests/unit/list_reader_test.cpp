// SPDX-License-Identifier: Apache-2.0
#include "api/list_reader.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <new>
#include <optional>
#include <string>
#include <vector>

#include "api/list_walk.hpp"
#include "api/operations.hpp"
#include "support/allocations.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

constexpr int list_size = 50;

struct Item {
  int number = 0;
};

struct Page {
  std::vector<Item> items;
};

PageFacts facts_of(const Page&) { return {20, list_size, false}; }

/// Every second one has a UUID.
ItemMark mark_of(const Item& item) {
  const std::string digits = std::to_string(100 + item.number);
  return {ItemKey::of_id(item.number % 2 == 0 ? "c51cfa5d-27b8-4d0c-8e11-012345678" + digits
                                              : "an id that is too long for itself, " + digits),
          0};
}

/// A service that pages well.
class Pages final : public ListPages<Page, ListWalk> {
 public:
  Page fetch(const PageRequest& request) override {
    Page page;
    const auto end = std::min<std::int64_t>(request.offset + request.limit, list_size);
    for (auto i = request.offset; i < end; ++i) page.items.push_back({static_cast<int>(i)});
    return page;
  }
  void ask_ahead(const ListWalk&) noexcept override {}
  void reuse(std::vector<Item>) noexcept override {}
};

ListReader<Page, ListWalk> reader() {
  ListOptions list;
  list.page_size = 20;
  return {std::make_unique<Pages>(), ListWalk(operations::registries_tokens_get, list)};
}

// What a page had brought was noted as passed, and then lost, when memory ran out meanwhile.
TEST(ListReader, LosesNothingWhenMemoryRunsOutAnywhere) {
  bool failed = true;
  for (int successes = 0; failed; ++successes) {
    ListReader<Page, ListWalk> list = reader();
    std::vector<int> read;
    read.reserve(2 * list_size);
    const FailingAllocation failing(successes);
    while (read.size() < list_size) {
      try {
        while (const Item* const item = list.next_item()) read.push_back(item->number);
        break;
      } catch (const std::bad_alloc&) {
      }
    }
    failed = failing.has_failed();

    ASSERT_EQ(read.size(), list_size) << successes;
    for (int i = 0; i < list_size; ++i) EXPECT_EQ(read[static_cast<std::size_t>(i)], i);
  }
}

TEST(ListReader, KeepsTheItemBeforeWhenMemoryRunsOut) {
  ListReader<Page, ListWalk> list = reader();
  const Item* item = nullptr;
  for (int i = 0; i < 20; ++i) item = list.next_item();
  {
    const FailingAllocation failing(0);
    EXPECT_THROW(static_cast<void>(list.next_item()), std::bad_alloc);
  }

  EXPECT_EQ(item->number, 19);
  EXPECT_EQ(list.next_item()->number, 20);
}

}  // namespace
}  // namespace v0
}  // namespace ionoscloud::container_registry
