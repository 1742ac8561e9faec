// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace ionoscloud::container_registry {
inline namespace v0 {

/// How a list is fetched.
struct ListOptions {
  /// How many items to ask for at a time. More than 0. Below 16 or above 1000 for the first page
  /// alone: the pages behind it are asked for with a limit between.
  std::int64_t page_size = 100;
  /// How many items to pass, before the list is taken for endless. Repeated ones aren't passed, and
  /// don't count. More than 0.
  std::int64_t max_items = 1'000'000;
  /// How many pages to ask for ahead, while the one before them is being read. They are held in
  /// memory until they are read, and asked for only where the service's own total says that they
  /// are there; a thread of the client's fetches them. From 0, which asks for each page when its
  /// turn comes, to 64. With a transport of your own it is always 0.
  int prefetch_pages = 1;
};

/// Where a `ListRange` gets its items from. For the library's own use.
template <class Item>
class ListSource {
 public:
  ListSource() = default;
  ListSource(const ListSource&) = delete;
  ListSource& operator=(const ListSource&) = delete;
  virtual ~ListSource() = default;

  /// The next item that hasn't been given out; nothing at the end. Valid until the next call that
  /// doesn't throw.
  [[nodiscard]] virtual const Item* next_item() = 0;

  /// The rest of the page under way, or the next page; nothing at the end.
  [[nodiscard]] virtual std::optional<std::vector<Item>> next_page() = 0;
};

/// All items of a list, fetched page by page while they are read. An input range: it can be walked
/// once, by one thread.
///
///     for (const cr::TokenResponse& token : tokens.registries_tokens_get_all(registry)) …
///
/// What is there from the first page to the last is passed exactly once, whoever creates, deletes
/// or replaces items meanwhile; you too may delete what you were given. What comes or goes
/// meanwhile may or may not be passed. So it is as long as the service keeps one order, and each of
/// its pages is one moment of the list. No item is passed twice, in any case; one without an id
/// goes by its name.
///
/// Pages that are asked for by an offset overlap by one item, which shows that they continue each
/// other; one that doesn't is thrown away, and items before it are asked for again. Pages that are
/// asked for by a token of the page before are as good as the service makes them.
///
/// `DecodeException` ends a walk that can't be whole: the service ignores the offset or gives a
/// token twice, says that there is more and gives none, passes more than `ListOptions::max_items`,
/// or has a list that changes faster than it is read. Any exception of the operation that gets a
/// page may come from `begin()`, `++` and `next_page()`. No item is lost by an exception: when the
/// range is used again, it asks for what it couldn't have.
template <class Item>
class ListRange {
 public:
  class iterator;

  /// For the library's own use; see the functions that return one.
  explicit ListRange(std::unique_ptr<ListSource<Item>> source) noexcept
      : source_(std::move(source)) {}

  /// The next item that hasn't been read. Fetches the first page.
  [[nodiscard]] iterator begin() { return iterator(*source_); }

  /// The end of the list.
  [[nodiscard]] iterator end() noexcept { return {}; }

  /// Fetches the next page and gives its items, or nothing at the end of the list. What an iterator
  /// of this range has left of the page before is given first, without fetching anything; iterators
  /// can't be used any more then.
  [[nodiscard]] std::optional<std::vector<Item>> next_page() { return source_->next_page(); }

 private:
  /// Iterators go on with the range that it is moved to.
  std::unique_ptr<ListSource<Item>> source_;
};

/// Walks a `ListRange`. Copies move on together, as those of any input iterator.
template <class Item>
class ListRange<Item>::iterator {
 public:
  /// @{
  /// What `std::iterator_traits` asks for.
  using iterator_category = std::input_iterator_tag;
  using value_type = Item;
  using difference_type = std::ptrdiff_t;
  using pointer = const Item*;
  using reference = const Item&;
  /// @}

  /// The end of any list.
  iterator() noexcept = default;

  /// The item, valid until the iterator moves on.
  [[nodiscard]] reference operator*() const noexcept { return *item_; }
  /// A member of the item, valid as long.
  [[nodiscard]] pointer operator->() const noexcept { return item_; }

  /// Moves on, fetching the next page when this one is at its end. When that throws, it stays where
  /// it is; to move on once more fetches that page again.
  iterator& operator++() {
    item_ = source_->next_item();
    return *this;
  }
  /// As `++i`, but gives no copy: the item before is gone.
  void operator++(int) { ++*this; }

  /// @{
  /// Equal at the same item, and at the end.
  friend bool operator==(const iterator& lhs, const iterator& rhs) noexcept {
    return lhs.item_ == rhs.item_;
  }
  friend bool operator!=(const iterator& lhs, const iterator& rhs) noexcept {
    return !(lhs == rhs);
  }
  /// @}

 private:
  friend class ListRange;
  explicit iterator(ListSource<Item>& source) : source_(&source), item_(source.next_item()) {}

  ListSource<Item>* source_ = nullptr;
  const Item* item_ = nullptr;
};

}  // namespace v0
}  // namespace ionoscloud::container_registry
