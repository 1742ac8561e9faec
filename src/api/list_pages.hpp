// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include <ionoscloud/container_registry/list_range.hpp>

#include "api/seen_items.hpp"
#include "runtime/operation.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {

/// Which page of a list is asked for by its offset.
struct PageRequest {
  std::int64_t offset = 0;
  std::int64_t limit = 0;

  friend bool operator==(const PageRequest& lhs, const PageRequest& rhs) noexcept {
    return lhs.offset == rhs.offset && lhs.limit == rhs.limit;
  }
};

/// What a page says of itself and of its list.
struct PageFacts {
  std::int64_t limit = 0;
  /// How many items there are on all pages; nothing where the service doesn't count them.
  std::optional<std::int64_t> total;
  /// Whether it has a link to a next page.
  bool has_next = false;
};

/// Where the pages of a list come from. `Page` has `items`; the rules of `Walk` say which one is
/// asked for.
template <class Page, class Walk>
class ListPages {
 public:
  ListPages() = default;
  ListPages(const ListPages&) = delete;
  ListPages& operator=(const ListPages&) = delete;
  virtual ~ListPages() = default;

  [[nodiscard]] virtual Page fetch(const typename Walk::Request& request) = 0;

  /// Asks for the pages that `walk` will want next, and for no others any more.
  virtual void ask_ahead(const Walk& walk) noexcept = 0;

  /// Takes items that have been read, whose memory the next page gets.
  virtual void reuse(decltype(Page::items) items) noexcept = 0;
};

/// Throws `InvalidArgumentException` for options that can't work.
void check_list_options(const Operation& operation, const ListOptions& list);

/// Throws `DecodeException`: the pages of a list contradict each other, and how.
[[noreturn]] void throw_list_exception(const Operation& operation, std::string_view path,
                                       std::string_view problem);

/// Throws `DecodeException` when a page would bring more than `most` items in all.
void check_bound(const Operation& operation, const SeenItems& seen,
                 const std::vector<ItemMark>& page, std::int64_t most);

}  // namespace v0
}  // namespace ionoscloud::container_registry
