// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include <ionoscloud/container_registry/list_range.hpp>

#include "api/list_pages.hpp"
#include "api/seen_items.hpp"
#include "runtime/operation.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {

/// The rules by which a list is read by offset and limit while others write. It knows marks and
/// counts, no items, and asks nobody: `next` says which page to fetch, `accept` takes it.
///
/// A page is one moment of the list. So one that begins with an item that was read before continues
/// it without a gap, whatever was written between. Pages overlap by one item for that. A page that
/// begins otherwise is thrown away, and the walk goes back.
class ListWalk {
 public:
  using Request = PageRequest;

  ListWalk(const Operation& operation, const ListOptions& list);

  [[nodiscard]] bool has_ended() const noexcept { return ended_; }

  /// The page to fetch now.
  [[nodiscard]] PageRequest next() const noexcept;

  /// The pages that will be wanted after that if nobody writes, `next()` first; none where the
  /// service doesn't count its items, and none for a while after a page that brought nothing.
  [[nodiscard]] std::vector<PageRequest> ahead() const;

  /// Takes the page that came, and returns for each of its items whether it is to be passed on;
  /// nothing for a page that is thrown away. Throws `DecodeException` when the list can't be read
  /// on, or `std::bad_alloc`; nothing of the page has been taken then, or nothing of it is new, and
  /// the walk may be used on.
  [[nodiscard]] std::vector<bool> accept(const PageRequest& asked, const PageFacts& page,
                                         const std::vector<ItemMark>& items);

 private:
  /// Whether all has been asked for at once, to find out whether the service pages at all.
  enum class Probe { none, due, done };

  [[nodiscard]] PageRequest where(std::int64_t read) const noexcept;
  void go_back(std::int64_t from, std::int64_t gone);
  void note_ends(std::int64_t offset, ItemMark front, ItemMark back) noexcept;
  void begin_again(const PageRequest& asked, std::int64_t size);
  void go_on(const PageRequest& asked, const PageFacts& page, std::int64_t size, bool has_new);
  void bring_nothing();
  [[noreturn]] void refuse(std::string_view problem);

  const Operation& operation_;
  const std::int64_t page_size_;
  const std::int64_t max_items_;
  const std::size_t prefetch_;

  SeenItems seen_;
  /// The first item of the list, and the last one of the last page that was taken.
  ItemMark first_;
  ItemMark last_;
  /// How many items of the list have been read, as it was on the last page that was taken.
  std::int64_t read_ = 0;
  /// By the last page.
  std::int64_t total_ = 0;
  bool has_total_ = false;
  /// How many items to ask for at most; the service may have a lower limit.
  std::int64_t most_;
  /// How far to go back next, when the step before it didn't lead to an item that was read.
  std::int64_t next_step_back_ = 0;
  /// How many pages may still bring nothing.
  int spare_;
  /// How many pages to ask for ahead.
  std::size_t window_;
  /// Whether to ask in multiples of the limit: the service counts in whole pages, or items come in
  /// front.
  bool in_whole_pages_ = false;
  Probe probe_ = Probe::none;
  bool ended_ = false;
};

}  // namespace v0
}  // namespace ionoscloud::container_registry
