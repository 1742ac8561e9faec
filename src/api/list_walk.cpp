// SPDX-License-Identifier: Apache-2.0
#include "api/list_walk.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

/// What a page may hold by the API; and the least that is worth a request.
constexpr std::int64_t most_at_a_time = 1000;
constexpr std::int64_t least_at_a_time = 16;

/// How many pages may bring nothing in all; each page that brings something allows two more.
constexpr int spare_pages = 16;
constexpr int spare_for_each_page = 2;

/// A limit below that in a page is a count of items, as API 1.1 has it.
constexpr std::int64_t least_meant_limit = 3;

/// The page that continues `read` items, its offset a multiple of its limit, with as many of them
/// new as can be.
PageRequest whole_page(std::int64_t read, std::int64_t most) noexcept {
  const std::int64_t last = read - 1;
  PageRequest best{last, most};
  std::int64_t most_new = 0;
  for (std::int64_t limit = most; limit >= std::max<std::int64_t>(most / 2, 2); --limit) {
    const std::int64_t fresh = limit - 1 - last % limit;
    if (fresh <= most_new) continue;
    most_new = fresh;
    best = {last - last % limit, limit};
  }
  return best;
}

std::string page_at(const PageRequest& asked) {
  return "the page at offset " + std::to_string(asked.offset);
}

}  // namespace

ListWalk::ListWalk(const Operation& operation, const ListOptions& list)
    : operation_(operation),
      page_size_(list.page_size),
      max_items_(list.max_items),
      prefetch_(static_cast<std::size_t>(list.prefetch_pages)),
      most_(std::clamp(list.page_size, least_at_a_time, most_at_a_time)),
      spare_(spare_pages),
      window_(prefetch_) {}

PageRequest ListWalk::next() const noexcept {
  return probe_ == Probe::due ? PageRequest{0, most_at_a_time} : where(read_);
}

PageRequest ListWalk::where(std::int64_t read) const noexcept {
  if (read == 0) return {0, seen_.size() == 0 ? page_size_ : most_};
  return in_whole_pages_ ? whole_page(read, most_) : PageRequest{read - 1, most_};
}

std::vector<PageRequest> ListWalk::ahead() const {
  std::vector<PageRequest> pages;
  if (ended_ || !has_total_) return pages;
  for (std::int64_t read = read_; pages.size() < window_ && read < std::min(total_, max_items_);) {
    pages.push_back(where(read));
    read = pages.back().offset + pages.back().limit;
  }
  return pages;
}

std::vector<bool> ListWalk::accept(const PageRequest& asked, const PageFacts& page,
                                   const std::vector<ItemMark>& items) {
  const std::int64_t total = std::max<std::int64_t>(page.total.value_or(0), 0);
  const std::int64_t gone = total_ - total;
  if (asked.offset > 0 && (items.empty() || !seen_.knows(items.front()))) {
    total_ = total;
    go_back(asked.offset, gone);
    return {};
  }
  check_bound(operation_, seen_, items, max_items_);
  seen_.expect(std::min(total, max_items_));
  ItemMark front = items.empty() ? ItemMark{} : items.front();
  ItemMark back = items.empty() ? ItemMark{} : items.back();
  std::vector<bool> is_new = seen_.note(items);

  // All that is new has been noted. An exception from here on would lose it: so nothing is new
  // then.
  const auto size = static_cast<std::int64_t>(items.size());
  const bool has_new = std::find(is_new.begin(), is_new.end(), true) != is_new.end();
  total_ = total;
  has_total_ = page.total.has_value();
  next_step_back_ = 0;
  if (probe_ == Probe::due) probe_ = Probe::done;
  if (size > 0) note_ends(asked.offset, std::move(front), std::move(back));
  if (asked.offset > 0 && !has_new && items.front() == first_) {
    begin_again(asked, size);
  } else {
    go_on(asked, page, size, has_new);
  }
  return is_new;
}

/// Items have moved, or the page is older than what was read: nothing tells what was missed.
void ListWalk::go_back(std::int64_t from, std::int64_t gone) {
  // What went before the offset moved the rest up by as much.
  const std::int64_t blind = std::max(most_ / 2, next_step_back_);
  const std::int64_t step = gone > 0 && next_step_back_ == 0 ? gone : blind;
  next_step_back_ = 2 * blind;
  read_ = std::max<std::int64_t>(0, from + 1 - step);
  bring_nothing();
}

void ListWalk::note_ends(std::int64_t offset, ItemMark front, ItemMark back) noexcept {
  if (offset > 0 && !(front == last_)) in_whole_pages_ = true;
  if (offset == 0) first_ = std::move(front);
  last_ = std::move(back);
}

/// A service that ignores the offset sends the beginning for ever. That is no matter when it sends
/// the whole list.
void ListWalk::begin_again(const PageRequest& asked, std::int64_t size) {
  if (size > asked.limit && total_ <= size) {
    ended_ = true;
    return;
  }
  if (probe_ == Probe::done) {
    refuse(page_at(asked) + " begins the list again, although the total is " +
           std::to_string(total_) + ": the service does not page");
  }
  probe_ = Probe::due;
  bring_nothing();
}

/// A full page is never the last, whatever the total says. A short one is, unless the service knows
/// of more. What is full the service may decide, by a limit of its own.
void ListWalk::go_on(const PageRequest& asked, const PageFacts& page, std::int64_t size,
                     bool has_new) {
  const std::int64_t full =
      page.limit >= least_meant_limit ? std::min(asked.limit, page.limit) : asked.limit;
  const std::int64_t end = asked.offset + size;
  const bool is_short = size < full && (!page.has_next || !has_new);
  const bool is_whole_list = asked.offset == 0 && size > asked.limit && !page.has_next;
  ended_ = total_ <= end && (is_short || is_whole_list);
  if (!ended_ && size < full && !has_new && most_ <= std::max<std::int64_t>(2, size)) {
    refuse(page_at(asked) + " has nothing new, although the total is " + std::to_string(total_) +
           ": the service says there is more, and gives none");
  }
  if (!ended_ && size < asked.limit) most_ = std::max<std::int64_t>(2, std::min(most_, size));
  read_ = end;
  if (has_new) {
    spare_ += spare_for_each_page;
    probe_ = Probe::none;
    window_ = std::min(prefetch_, 2 * window_ + 1);
  } else if (!ended_) {
    bring_nothing();
  }
}

/// An end to every walk: not only writers can keep one busy for ever.
void ListWalk::bring_nothing() {
  window_ = 0;
  if (--spare_ < 0) {
    refuse("the list changes faster than it is read: a larger list.page_size may help");
  }
}

void ListWalk::refuse(std::string_view problem) {
  spare_ = spare_pages;
  throw_list_exception(operation_, "$.items", problem);
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
