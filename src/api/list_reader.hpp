// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <algorithm>
#include <cstddef>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include <ionoscloud/container_registry/list_range.hpp>

#include "api/item_mark.hpp"
#include "api/list_pages.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {

/// The items of a page.
template <class Page>
using ItemOf = typename decltype(Page::items)::value_type;

/// The marks of the items of a page, each by `mark_of(item)`.
template <class Item>
[[nodiscard]] std::vector<ItemMark> marks_of(const std::vector<Item>& items) {
  std::vector<ItemMark> marks;
  marks.reserve(items.size());
  for (const Item& item : items) marks.push_back(mark_of(item));
  return marks;
}

/// Takes the items behind the first `from` out of a page that aren't new. Nothing is new of a page
/// that was thrown away, of which nothing is told.
template <class Item>
void keep_new(std::vector<Item>& items, const std::vector<bool>& is_new, std::size_t from = 0) {
  std::size_t kept = from;
  for (std::size_t i = from; i < is_new.size(); ++i) {
    if (!is_new[i]) continue;
    if (kept != i) items[kept] = std::move(items[i]);
    ++kept;
  }
  items.erase(items.begin() + static_cast<std::ptrdiff_t>(kept), items.end());
}

/// Reads a list to its end, item by item or page by page, by the rules of `Walk`. Two functions
/// tell it of `Page`: `facts_of(page)`, which the rules need, and `mark_of(item)` for each of its
/// `items`.
template <class Page, class Walk>
class ListReader final : public ListSource<ItemOf<Page>> {
 public:
  using Item = ItemOf<Page>;
  using Items = std::vector<Item>;

  ListReader(std::unique_ptr<ListPages<Page, Walk>> pages, Walk walk)
      : pages_(std::move(pages)), walk_(std::move(walk)) {}

  [[nodiscard]] const Item* next_item() override {
    fetch_if_read();
    return read_ < items_.size() ? &items_[read_++] : nullptr;
  }

  [[nodiscard]] std::optional<Items> next_page() override {
    fetch_if_read();
    if (read_ == items_.size()) return std::nullopt;
    items_.erase(items_.begin(), items_.begin() + static_cast<std::ptrdiff_t>(read_));
    read_ = 0;
    return std::exchange(items_, {});
  }

 private:
  void fetch_if_read() {
    while (read_ == items_.size() && !walk_.has_ended()) {
      const typename Walk::Request request = walk_.next();
      take(request, pages_->fetch(request));
      pages_->ask_ahead(walk_);
    }
  }

  void take(const typename Walk::Request& request, Page page) {
    marks_.clear();
    for (const Item& item : page.items) marks_.push_back(mark_of(item));
    const std::vector<bool> is_new = walk_.accept(request, facts_of(page), marks_);
    const auto first = std::find(is_new.begin(), is_new.end(), true);
    if (first == is_new.end()) return pages_->reuse(std::move(page.items));

    // The page before is whole until there is another: iterators are still at its last item.
    pages_->reuse(std::exchange(items_, std::move(page.items)));
    read_ = static_cast<std::size_t>(first - is_new.begin());
    // Most pages begin with one item that is known, which is just passed over.
    keep_new(items_, is_new, read_);
  }

  const std::unique_ptr<ListPages<Page, Walk>> pages_;
  Walk walk_;
  Items items_;
  std::size_t read_ = 0;
  /// Of the page that came last. A member, so that pages share its memory.
  std::vector<ItemMark> marks_;
};

}  // namespace v0
}  // namespace ionoscloud::container_registry
