// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <ionoscloud/container_registry/list_range.hpp>

#include "api/seen_items.hpp"
#include "runtime/operation.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {

/// Which page of a list is asked for by the token that the page before it gave. Empty for the
/// first.
struct PageTokenRequest {
  std::string token;

  friend bool operator==(const PageTokenRequest& lhs, const PageTokenRequest& rhs) noexcept {
    return lhs.token == rhs.token;
  }
};

/// What a page with a token says of itself and of its list.
struct PageTokenFacts {
  /// Of the next page. Empty on the last one.
  std::string next_token;
  /// How many items a full page has.
  std::int64_t limit = 0;
  /// Whether it has a link to a next page.
  bool has_next_link = false;
};

/// The rules by which a list is read whose pages name the next one by a token. As `ListWalk`, it
/// knows no items and asks nobody.
class PageTokenWalk {
 public:
  using Request = PageTokenRequest;

  PageTokenWalk(const Operation& operation, const ListOptions& list);

  [[nodiscard]] bool has_ended() const noexcept { return ended_; }

  /// The page to fetch now. Throws `DecodeException` when the page before didn't say which; that
  /// page is asked for again then.
  [[nodiscard]] Request next();

  /// No page is known before the one in front of it.
  [[nodiscard]] std::vector<Request> ahead() const { return {}; }

  /// Takes the page that came, and returns for each of its items whether it is to be passed on.
  /// Throws `DecodeException` when the list can't be read on, or `std::bad_alloc`; nothing of the
  /// page has been taken then, or nothing of it is new, and the walk may be used on.
  [[nodiscard]] std::vector<bool> accept(const Request& asked, const PageTokenFacts& page,
                                         const std::vector<ItemMark>& items);

 private:
  struct Problem {
    std::string_view path;
    std::string_view text;
  };

  [[nodiscard]] Problem problem_of(const Request& asked, const PageTokenFacts& page,
                                   std::size_t items) const;

  const Operation& operation_;
  const std::int64_t max_items_;
  SeenItems seen_;
  /// What pages were asked for by.
  std::set<std::string> tokens_;
  Request next_;
  /// Why there is no next page, although the list isn't over.
  Problem problem_;
  /// How many pages in a row had nothing new.
  int pages_without_new_ = 0;
  bool ended_ = false;
};

}  // namespace v0
}  // namespace ionoscloud::container_registry
