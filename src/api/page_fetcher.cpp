// SPDX-License-Identifier: Apache-2.0
#include "api/page_fetcher.hpp"

#include <system_error>
#include <utility>

#include "api/begin_call.hpp"
#include "api/token_calls.hpp"

namespace ionoscloud::container_registry {
inline namespace v0 {

PageFetcher::PageFetcher(std::shared_ptr<ClientCore> core, RegistryId registry_id,
                         const ListOptions& list, CallOptions options)
    : core_(std::move(core)),
      registry_id_(std::move(registry_id)),
      page_size_(list.page_size),
      options_(std::move(options)),
      pages_ahead_(static_cast<std::size_t>(list.prefetch_pages)) {}

PageFetcher::~PageFetcher() { drop_asked(); }

TokensResponse PageFetcher::fetch(std::int64_t offset) {
  if (has_asked_for(offset)) {
    Pending<TokensResponse> page = std::move(asked_.front().page);
    asked_.pop_front();
    return page.get();
  }
  drop_asked();
  return run(*core_, page_at(offset), options_).value;
}

void PageFetcher::ask_ahead(std::int64_t offset, std::int64_t stride, std::int64_t end) {
  if (!has_asked_for(offset)) drop_asked();
  if (!core_->can_ask_ahead()) return;
  asked_in_ = ProcessMark();
  std::int64_t next = asked_.empty() ? offset : asked_.back().offset + stride;
  try {
    for (; asked_.size() < pages_ahead_ && next < end; next += stride) {
      asked_.push_back({next, begin_call(*core_, page_at(next), options_)});
    }
  } catch (const std::system_error&) {
    pages_ahead_ = 0;  // There is no thread to be had; the list can be read without one.
  }
}

ApiCall<TokensResponse> PageFetcher::page_at(std::int64_t offset) {
  return token_calls::get(registry_id_, offset, page_size_, std::exchange(memory_, {}));
}

bool PageFetcher::has_asked_for(std::int64_t offset) const noexcept {
  return !asked_.empty() && asked_.front().offset == offset && core_->can_ask_ahead() &&
         asked_in_.is_of_this_process();
}

void PageFetcher::drop_asked() noexcept {
  for (const Asked& asked : asked_) asked.page.cancel();
  asked_.clear();
}

}  // namespace v0
}  // namespace ionoscloud::container_registry
