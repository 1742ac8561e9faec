// SPDX-License-Identifier: Apache-2.0
#include "support/simulated_services.hpp"

#include <algorithm>
#include <cstdio>
#include <limits>

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

using List = SimulatedList;
using Page = SimulatedPage;

std::int64_t size_of(const List& list) { return static_cast<std::int64_t>(list.size()); }

List cut(const List& list, std::int64_t offset, std::int64_t limit) {
  const std::int64_t first = std::min(offset, size_of(list));
  const std::int64_t end = std::min(first + limit, size_of(list));
  return List(at_index(list, first), at_index(list, end));
}

bool has_more(const List& list, const PageRequest& asked) {
  return asked.offset + asked.limit < size_of(list);
}

Page plain(const List& list, const PageRequest& asked, Chance&) {
  return {cut(list, asked.offset, asked.limit), asked.limit, size_of(list), has_more(list, asked)};
}

/// Of `most` items at most, whatever was asked for.
Page capped(const List& list, const PageRequest& asked, std::int64_t most, bool says_so) {
  const PageRequest given{asked.offset, std::min(asked.limit, most)};
  return {cut(list, given.offset, given.limit), says_so ? given.limit : asked.limit, size_of(list),
          has_more(list, given)};
}

template <std::int64_t most, bool says_so>
Page caps(const List& list, const PageRequest& asked, Chance&) {
  return capped(list, asked, most, says_so);
}

Page rounds_the_offset(const List& list, const PageRequest& asked, Chance& chance) {
  return plain(list, {asked.offset / asked.limit * asked.limit, asked.limit}, chance);
}

Page ignores_the_offset(const List& list, const PageRequest& asked, Chance& chance) {
  Page page = plain(list, {0, asked.limit}, chance);
  page.has_next = false;
  return page;
}

template <bool limit_is_count>
Page all_at_once(const List& list, const PageRequest& asked, Chance&) {
  return {list, limit_is_count ? size_of(list) : asked.limit, size_of(list), false};
}

Page with_total(const List& list, const PageRequest& asked, Chance& chance, std::int64_t total) {
  Page page = plain(list, asked, chance);
  page.total = total;
  page.has_next = false;
  return page;
}

Page total_zero(const List& list, const PageRequest& asked, Chance& chance) {
  return with_total(list, asked, chance, 0);
}

Page total_negative(const List& list, const PageRequest& asked, Chance& chance) {
  return with_total(list, asked, chance, std::numeric_limits<std::int64_t>::min());
}

Page total_too_small(const List& list, const PageRequest& asked, Chance& chance) {
  return with_total(list, asked, chance, size_of(list) / 2);
}

Page total_too_large(const List& list, const PageRequest& asked, Chance& chance) {
  return with_total(list, asked, chance, size_of(list) + 7);
}

Page total_wavers(const List& list, const PageRequest& asked, Chance& chance) {
  return with_total(list, asked, chance,
                    chance.one_of(std::vector<std::int64_t>{size_of(list), 15, 900}));
}

Page counted_apart(const List& list, const PageRequest& asked, Chance& chance) {
  Page page = plain(list, asked, chance);
  const std::int64_t wrong = chance.one_of(std::vector<std::int64_t>{0, 0, 0, 1, -1, 3});
  page.total = std::max<std::int64_t>(0, size_of(list) + wrong);
  return page;
}

Page always_next(const List& list, const PageRequest& asked, Chance& chance) {
  Page page = plain(list, asked, chance);
  page.has_next = true;
  return page;
}

Page either_case(const List& list, const PageRequest& asked, Chance& chance) {
  Page page = plain(list, asked, chance);
  for (SimulatedItem& item : page.items) item.in_capitals = chance.below(2) == 0;
  return page;
}

Page three_more(const List& list, const PageRequest& asked, Chance& chance) {
  Page page = plain(list, {asked.offset, asked.limit + 3}, chance);
  page.limit = asked.limit;
  return page;
}

Page nonsense_limit(const List& list, const PageRequest& asked, Chance& chance) {
  Page page = plain(list, asked, chance);
  page.limit =
      chance.one_of(std::vector<std::int64_t>{0, -1, std::numeric_limits<std::int64_t>::max()});
  return page;
}

Page same_later_page(const List& list, const PageRequest& asked, Chance& chance) {
  return plain(list, {std::min<std::int64_t>(asked.offset, 10), asked.limit}, chance);
}

Page endless(const List&, const PageRequest& asked, Chance&) {
  Page page{{}, asked.limit, 1'000'000'000, true};
  for (std::int64_t i = 0; i < asked.limit; ++i) page.items.push_back({asked.offset + i});
  return page;
}

/// The same service, as API 1.1 has it: it counts nothing.
template <Page (*response)(const List&, const PageRequest&, Chance&), bool has_links>
Page no_total(const List& list, const PageRequest& asked, Chance& chance) {
  Page page = response(list, asked, chance);
  page.total.reset();
  page.has_next = page.has_next && has_links;
  return page;
}

}  // namespace

std::string SimulatedItem::id() const {
  char text[37];
  std::snprintf(text, sizeof text,
                in_capitals ? "C51CFA5D-27B8-4D0C-8E11-%012llX" : "c51cfa5d-27b8-4d0c-8e11-%012llx",
                static_cast<unsigned long long>(number));
  return text;
}

PageFacts facts_of(const SimulatedPage& page) { return {page.limit, page.total, page.has_next}; }

ItemMark mark_of(const SimulatedItem& item) { return {ItemKey::of_id(item.id()), item.place}; }

const std::vector<SimulatedService>& simulated_services() {
  static const std::vector<SimulatedService> services{
      {"plain", plain, true},
      {"caps at 10, says so", caps<10, true>, true},
      {"caps at 50, says nothing", caps<50, false>, true},
      {"caps at 2", caps<2, true>},
      {"caps at 2, says nothing", caps<2, false>},
      {"caps at 1", caps<1, true>},
      {"rounds the offset", rounds_the_offset, true},
      {"ignores the offset", ignores_the_offset},
      {"all at once, limit is the count", all_at_once<true>},
      {"all at once, limit as asked", all_at_once<false>},
      {"total 0", total_zero},
      {"total negative", total_negative},
      {"total too small", total_too_small},
      {"total too large", total_too_large},
      {"total wavers", total_wavers},
      {"total counted apart", counted_apart},
      {"next on every page", always_next},
      {"ids in either case", either_case, true},
      {"three more than asked", three_more},
      {"limit in the body is nonsense", nonsense_limit},
      {"same later page", same_later_page},
      {"endless", endless},
      {"no total, next", no_total<plain, true>, true},
      {"no total", no_total<plain, false>, true},
      {"no total, caps at 50, says so", no_total<caps<50, true>, false>},
      {"no total, caps at 50, next", no_total<caps<50, false>, true>},
      {"no total, rounds", no_total<rounds_the_offset, false>},
      {"no total, ignores the offset", no_total<ignores_the_offset, false>},
      {"no total, all, limit is the count", no_total<all_at_once<true>, false>},
      {"no total, all, limit as asked", no_total<all_at_once<false>, false>},
  };
  return services;
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
