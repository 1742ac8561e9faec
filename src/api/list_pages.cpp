// SPDX-License-Identifier: Apache-2.0
#include "api/list_pages.hpp"

#include <string>
#include <utility>

#include "runtime/call_failure.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {
namespace {

constexpr int most_prefetched_pages = 64;

}  // namespace

void check_list_options(const Operation& operation, const ListOptions& list) {
  if (list.page_size < 1) throw_invalid_argument(operation, "list.page_size", "must be 1 or more");
  if (list.max_items < 1) throw_invalid_argument(operation, "list.max_items", "must be 1 or more");
  if (list.prefetch_pages < 0 || list.prefetch_pages > most_prefetched_pages) {
    throw_invalid_argument(operation, "list.prefetch_pages", "must be from 0 to 64");
  }
}

void throw_list_exception(const Operation& operation, std::string_view path,
                          std::string_view problem) {
  ExceptionDetails details = call_failure({operation, "", 1, Execution::executed}, problem);
  details.status = 200;
  details.json_path = path;
  throw_with<DecodeException>(std::move(details));
}

void check_bound(const Operation& operation, const SeenItems& seen,
                 const std::vector<ItemMark>& page, std::int64_t most) {
  if (static_cast<std::int64_t>(seen.size() + page.size()) <= most) return;
  if (static_cast<std::int64_t>(seen.size() + seen.count_new(page)) <= most) return;
  throw_list_exception(
      operation, "$.items",
      "the list is longer than list.max_items (" + std::to_string(most) + "), if it ends at all");
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
