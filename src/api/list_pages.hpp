// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

namespace ionoscloud::container_registry {
inline namespace v0 {

class ListWalk;

/// Which page of a list is asked for.
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

/// Where the pages of a list come from. `Page` has `items`.
template <class Page>
class ListPages {
 public:
  ListPages() = default;
  ListPages(const ListPages&) = delete;
  ListPages& operator=(const ListPages&) = delete;
  virtual ~ListPages() = default;

  [[nodiscard]] virtual Page fetch(const PageRequest& request) = 0;

  /// Asks for the pages that `walk` will want next, and for no others any more.
  virtual void ask_ahead(const ListWalk& walk) noexcept = 0;

  /// Takes items that have been read, whose memory the next page gets.
  virtual void reuse(decltype(Page::items) items) noexcept = 0;
};

}  // namespace v0
}  // namespace ionoscloud::container_registry
