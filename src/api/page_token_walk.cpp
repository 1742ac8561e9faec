// SPDX-License-Identifier: Apache-2.0
#include "api/page_token_walk.hpp"

#include <algorithm>
#include <utility>

#include "api/list_pages.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

/// An end to every walk, whatever the service invents as tokens.
constexpr int most_pages_without_new = 3;

constexpr std::string_view token_path = "$.pagination.token";

}  // namespace

PageTokenWalk::PageTokenWalk(const Operation& operation, const ListOptions& list)
    : operation_(operation), max_items_(list.max_items) {}

PageTokenWalk::Request PageTokenWalk::next() {
  const Problem problem = std::exchange(problem_, {});
  if (!problem.text.empty()) throw_list_exception(operation_, problem.path, problem.text);
  return next_;
}

std::vector<bool> PageTokenWalk::accept(const Request& asked, const PageTokenFacts& page,
                                        const std::vector<ItemMark>& items) {
  check_bound(operation_, seen_, items, max_items_);
  std::set<std::string> token{page.next_token};
  Request next{page.next_token};
  std::vector<bool> is_new = seen_.note(items);

  // All that is new has been noted. An exception from here on would lose it.
  const bool has_new = std::find(is_new.begin(), is_new.end(), true) != is_new.end();
  pages_without_new_ = has_new ? 0 : pages_without_new_ + 1;
  problem_ = problem_of(asked, page, items.size());
  if (problem_.text.empty()) {
    ended_ = page.next_token.empty();
    next_ = std::move(next);
    tokens_.merge(token);
  }
  if (!ended_ && problem_.text.empty() && pages_without_new_ == most_pages_without_new) {
    pages_without_new_ = 0;
    throw_list_exception(operation_, "$.items",
                         "nothing is new on 3 pages, and each says that there is another");
  }
  return is_new;
}

PageTokenWalk::Problem PageTokenWalk::problem_of(const Request& asked, const PageTokenFacts& page,
                                                 std::size_t items) const {
  if (page.next_token.empty()) {
    const bool is_full = page.limit > 0 && static_cast<std::int64_t>(items) >= page.limit;
    if (!page.has_next_link || !is_full) return {};
    return {token_path, "is missing, although the page is full and has a link to a next one"};
  }
  if (page.next_token != asked.token && tokens_.count(page.next_token) == 0) return {};
  return {token_path, "is that of a page that has been read: the list has no end"};
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
